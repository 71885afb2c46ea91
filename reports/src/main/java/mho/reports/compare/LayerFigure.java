package mho.reports.compare;

/** A figure of a layer that runs are compared by. SI base units; the key is that of report.json. */
public enum LayerFigure {
    ENERGY("energy_j", "energy", "J", true),
    LATENCY("latency_s", "latency", "s", true),
    INTERVAL("interval_s", "interval", "s", true),
    UTILIZATION("utilization", "busy", "", true),
    SQNR("sqnr_db", "SQNR", "dB", false),
    CLIPPED("clipped", "clipped", "", false);

    private final String key;
    private final String label;
    private final String unit;
    private final boolean ratio;

    LayerFigure(String key, String label, String unit, boolean ratio) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.ratio = ratio;
    }

    public String key() {
        return key;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Empty where it has none. */
    public String unit() {
        return unit;
    }

    /** Whether a ratio to the base says more than the figures; decibels and parts of conversions, often none, are better seen. */
    public boolean hasRatio() {
        return ratio;
    }
}
