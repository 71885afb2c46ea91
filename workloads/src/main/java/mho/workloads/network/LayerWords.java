package mho.workloads.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words by which files and reports call the layers that a machine computes ({@link Layer#kind}). */
public final class LayerWords {
    private static final List<String> ALL = collect();

    private LayerWords() {}

    /** Layers with weights first. */
    public static List<String> all() {
        return ALL;
    }

    private static List<String> collect() {
        List<String> words = new ArrayList<>(List.of("conv", "transposed-conv", "local", "dense"));
        Arrays.stream(Recurrent.Cell.values()).map(LayerWords::word).forEach(words::add);
        words.addAll(List.of("embedding", "matmul", "softmax", "log-softmax", "batch-norm", "layer-norm"));
        Arrays.stream(Reduction.values())
                .flatMap(reduction -> Stream.of(reduction.label() + "-pool", reduction.label() + "-reduce"))
                .forEach(words::add);
        Arrays.stream(Elementwise.Operator.values()).map(LayerWords::word).forEach(words::add);
        Arrays.stream(Activation.values())
                .filter(activation -> activation != Activation.NONE)
                .map(Activation::label)
                .forEach(words::add);
        words.addAll(List.of("concat", "resize", "slice", "pad"));
        return words.stream().distinct().toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
