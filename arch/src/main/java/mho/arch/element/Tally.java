package mho.arch.element;

/** What was counted while one node computed. Parts counted apart add up to the same, whoever counted them. */
public final class Tally {
    /** Converted columns, and those beyond the converters' range. */
    public long conversions;

    public long clipped;
    /** Integrated columns, and those that reached the integrators' limit. */
    public long integrations;

    public long saturated;
    /** Inputs of windows, and those beyond the drivers' codes. */
    public long inputs;

    public long inputsClipped;
    /** Outputs stored in buffers, and those beyond their codes. */
    public long outputs;

    public long outputsClipped;
    /** Rows driven in a phase, those with a digit other than zero, and digits over the largest digit. */
    public long rowPhases;

    public long pulses;
    public double digits;
    /** Sum over cells and phases of conductance over on-conductance times digit over largest digit, squared for voltages. */
    public double conducted;
    /** Energy of the float network's outputs, and of the deviation from them. */
    public double signal;

    public double error;

    public void add(Tally other) {
        conversions += other.conversions;
        clipped += other.clipped;
        integrations += other.integrations;
        saturated += other.saturated;
        inputs += other.inputs;
        inputsClipped += other.inputsClipped;
        outputs += other.outputs;
        outputsClipped += other.outputsClipped;
        rowPhases += other.rowPhases;
        pulses += other.pulses;
        digits += other.digits;
        conducted += other.conducted;
        signal += other.signal;
        error += other.error;
    }

    public void compare(float[] wanted, float[] made) {
        double power = 0;
        double noise = 0;
        for (int i = 0; i < wanted.length; i++) {
            double difference = (double) made[i] - wanted[i];
            power += (double) wanted[i] * wanted[i];
            noise += difference * difference;
        }
        signal += power;
        error += noise;
    }
}
