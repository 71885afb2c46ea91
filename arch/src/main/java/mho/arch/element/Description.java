package mho.arch.element;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is told of an element beside its parts and its cut.
 *
 * @param structure what it holds, a line each
 * @param work how it multiplies, a line each
 * @param sizes numbers of the former by their fields, "adc_bits"
 * @param multiply numbers of the latter by their fields, in SI units, "latency_s"
 */
public record Description(
        List<Line> structure, List<Line> work, Map<String, Number> sizes, Map<String, Number> multiply) {
    public Description {
        structure = List.copyOf(structure);
        work = List.copyOf(work);
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        multiply = Collections.unmodifiableMap(new LinkedHashMap<>(multiply));
    }

    /** The same of one of several kinds of tiles, under its name. */
    public Description of(String kind) {
        return new Description(named(structure, kind), named(work, kind), named(sizes, kind), named(multiply, kind));
    }

    /** Both, this one first. */
    public Description and(Description other) {
        return new Description(
                Stream.concat(structure.stream(), other.structure.stream()).toList(),
                Stream.concat(work.stream(), other.work.stream()).toList(),
                both(sizes, other.sizes),
                both(multiply, other.multiply));
    }

    private static List<Line> named(List<Line> lines, String kind) {
        return lines.stream()
                .map(line -> new Line(kind + ": " + line.about(), line.text()))
                .toList();
    }

    private static Map<String, Number> named(Map<String, Number> numbers, String kind) {
        Map<String, Number> named = new LinkedHashMap<>();
        numbers.forEach((field, number) -> named.put(kind.replace('-', '_') + "_" + field, number));
        return named;
    }

    private static Map<String, Number> both(Map<String, Number> one, Map<String, Number> other) {
        Map<String, Number> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** The number of a field, of either kind. */
    public double figure(String field) {
        Number found = sizes.containsKey(field) ? sizes.get(field) : multiply.get(field);
        if (found == null) {
            throw new IllegalArgumentException("this kind of element has no " + field);
        }
        return found.doubleValue();
    }

    /** What a line is about, and what it says. */
    public record Line(String about, String text) {}
}
