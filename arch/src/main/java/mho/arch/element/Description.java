package mho.arch.element;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
