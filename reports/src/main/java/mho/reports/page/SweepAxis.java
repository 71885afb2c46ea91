package mho.reports.page;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import mho.reports.form.sweep.SweepTable;
import mho.reports.medium.Json;
import org.jspecify.annotations.Nullable;

/**
 * One axis of a sweep.
 *
 * @param texts its settings, each once: by size if all are quantities of one kind, otherwise as they come
 * @param numbers their sizes in SI units; null if they are none
 */
record SweepAxis(String path, List<String> texts, @Nullable List<Double> numbers) {
    /** The texts, and of mappings what tells each from the others: "bits 8, rate 2 GS/s". */
    List<String> labels() {
        return MappingLabels.of(texts);
    }

    static SweepAxis of(SweepTable sweep, int axis) {
        String path = sweep.axes().get(axis);
        List<String> texts = sweep.rows().stream()
                .map(row -> row.settings().get(axis))
                .distinct()
                .toList();
        List<Double> numbers = numbers(texts);
        if (numbers == null) {
            return new SweepAxis(path, texts, null);
        }
        List<Integer> order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparing(numbers::get))
                .toList();
        return new SweepAxis(
                path,
                order.stream().map(texts::get).toList(),
                order.stream().map(numbers::get).toList());
    }

    /** Sizes in SI units, of quantities of one kind. */
    private static @Nullable List<Double> numbers(List<String> texts) {
        Dimension dimension = Dimension.ofAll(texts);
        return dimension == null
                ? null
                : texts.stream().map(text -> Quantity.parse(text, dimension)).toList();
    }

    static void write(Json json, SweepAxis axis) throws IOException {
        json.put("path", axis.path()).putAll("texts", axis.texts()).putAll("labels", axis.labels());
        if (axis.numbers() != null) {
            json.putNumbers("numbers", axis.numbers());
        }
    }
}
