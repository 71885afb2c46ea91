package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;

/** What layers ask of their inputs and of their own figures. */
final class LayerChecks {
    private LayerChecks() {}

    static void inputs(List<Shape> inputs, int expected) {
        if (inputs.size() != expected) {
            throw new BadInput("takes %d input%s, got %d".formatted(expected, expected == 1 ? "" : "s", inputs.size()));
        }
    }

    static void someInputs(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new BadInput("takes 1 input or more, got 0");
        }
    }

    static void positive(String what, int count) {
        if (count < 1) {
            throw new BadInput("%s must be 1 or more, got %d".formatted(what, count));
        }
    }

    static void groups(int channels, String what, int groups) {
        positive("groups", groups);
        if (channels % groups != 0) {
            throw new BadInput("%d %s do not divide into %d groups".formatted(channels, what, groups));
        }
    }

    static void notNegative(String what, int top, int left, int bottom, int right) {
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new BadInput("%s must be 0 or more, got [%d, %d, %d, %d]; to cut a map, slice it"
                    .formatted(what, top, left, bottom, right));
        }
    }
}
