package mho.arch.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mho.arch.element.Component;
import mho.arch.element.Remarks;
import mho.periphery.model.ProcessScaling;

/** What a chip on another node, or at another temperature, has kept of the one its figures were stated for. */
final class UnscaledFigures {
    private UnscaledFigures() {}

    static void tell(ChipSpec chip, Inventory inventory, Remarks remarks) {
        figures(inventory, remarks);
        for (ChipFace face : chip.faces()) {
            face.chip().element().tellUnscaled(chip.temperature(), remarks.of(face.path()));
        }
    }

    private static void figures(Inventory inventory, Remarks remarks) {
        List<String> kept = new ArrayList<>();
        boolean scaled = false;
        for (Component part : inventory.components()) {
            String figures = part.figures().sources().entrySet().stream()
                    .filter(source -> ProcessScaling.wasKept(source.getValue()))
                    .map(source -> source.getKey())
                    .collect(Collectors.joining(", "));
            if (!figures.isEmpty()) {
                kept.add(part.path() + " (" + figures + ")");
            }
            scaled |= part.figures().sources().values().stream().anyMatch(ProcessScaling::wasScaled);
        }
        if (!kept.isEmpty()) {
            remarks.add(
                    "not scaled with node or temperature, for want of a law with a source: " + String.join("; ", kept));
        }
        if (scaled || !kept.isEmpty()) {
            remarks.add(
                    "figures are scaled from those of another node or temperature: clocks, delays, lengths and voltages stay as stated");
        }
    }
}
