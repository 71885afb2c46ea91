package mho.periphery.device;

import mho.core.yaml.Doc;

/** The pulses that a device learns by. How many it survives is said where its writing is ({@link CellWriting#endurance}). */
public record ProgrammingPulses(
        @Doc("The pulse that raises the conductance") PulseShape up,
        @Doc("The pulse that lowers it") PulseShape down) {}
