package mho.periphery.model;

/** The two flavours of logic process that the models tell apart. */
public enum TransistorFlavour {
    LOW_POWER,
    HIGH_PERFORMANCE
}
