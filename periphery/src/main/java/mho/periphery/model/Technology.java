package mho.periphery.model;

/**
 * The process a chip is made in and the temperature it runs at.
 *
 * @param nodeM feature size in metres (32e-9 for 32 nm)
 * @param temperatureK junction temperature in kelvin
 */
public record Technology(double nodeM, Transistors transistors, double temperatureK) {

    /** Low-power transistors at 300 K, what the models take when a chip file states the node alone. */
    public static Technology ofNode(double nodeM) {
        return new Technology(nodeM, Transistors.LOW_POWER, 300);
    }

    public double nodeNm() {
        return nodeM * 1e9;
    }
}
