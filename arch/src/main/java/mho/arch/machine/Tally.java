package mho.arch.machine;

/** What was counted while one node computed. Parts counted apart add up to the same, whoever counted them. */
final class Tally {
    /** Converted columns, and those beyond the converters' range. */
    long conversions;

    long clipped;
    /** Integrated columns, and those that reached the integrators' limit. */
    long integrations;

    long saturated;
    /** Inputs of windows, and those beyond the drivers' codes. */
    long inputs;

    long inputsClipped;
    /** Outputs stored in buffers, and those beyond their codes. */
    long outputs;

    long outputsClipped;
    /** Rows driven in a phase, those with a digit other than zero, and digits over the largest digit. */
    long rowPhases;

    long pulses;
    double digits;
    /** Sum over cells and phases of conductance over on-conductance times digit over largest digit, squared for voltages. */
    double conducted;
    /** Energy of the float network's outputs, and of the deviation from them. */
    double signal;

    double error;

    void add(Tally other) {
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

    void compare(float[] wanted, float[] made) {
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
