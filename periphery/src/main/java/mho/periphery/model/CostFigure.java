package mho.periphery.model;

/** The three figures of a part's cost. A stated power is an energy at a rate. */
public enum CostFigure {
    ENERGY,
    LEAKAGE,
    AREA
}
