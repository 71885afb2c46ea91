package mho.periphery.model;

/**
 * The process a chip is made in and the temperature it runs at.
 *
 * @param nodeM feature size in metres (32e-9 for 32 nm)
 * @param temperatureK junction temperature in kelvin
 */
public record Technology(double nodeM, TransistorFlavour transistors, double temperatureK) {
    /** The temperature at which models state what leaks, and chip files that name none. */
    public static final double ROOM_K = 300;

    /** Low-power transistors at 300 K, what the models take when a chip file states the node alone. */
    public static Technology ofNode(double nodeM) {
        return new Technology(nodeM, TransistorFlavour.LOW_POWER, ROOM_K);
    }

    /** The same transistors at the same temperature, of another node. */
    public Technology atNode(double otherM) {
        return otherM == nodeM ? this : new Technology(otherM, transistors, temperatureK);
    }

    /** The same at another temperature. */
    public Technology at(double kelvin) {
        return kelvin == temperatureK ? this : new Technology(nodeM, transistors, kelvin);
    }

    public double nodeNm() {
        return nodeM * 1e9;
    }
}
