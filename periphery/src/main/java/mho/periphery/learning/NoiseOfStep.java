package mho.periphery.learning;

/** Whether the noise between pulses follows the step as it has become, or stays that of the step at weight zero. */
public enum NoiseOfStep {
    MULTIPLICATIVE,
    ADDITIVE
}
