package mho.arch.run;

/** What a chip and an input on it cost: for mappings that are searched for by energy, or within an area or a power. */
public interface InputPrices {
    /** Of runs whose mapping hangs on time alone. */
    InputPrices NONE = new InputPrices() {
        @Override
        public double chipAreaM2() {
            throw new IllegalStateException("an area is asked for, and no prices were given");
        }

        @Override
        public double joules(TimedRun run, double intervalS) {
            throw new IllegalStateException("an energy is asked for, and no prices were given");
        }
    };

    /** Area of one chip, in square metres. */
    double chipAreaM2();

    /**
     * Energy of one input: what happens for it, as planned, and what the chips in use draw meanwhile.
     *
     * @param intervalS how long the chips are on for it
     */
    double joules(TimedRun run, double intervalS);
}
