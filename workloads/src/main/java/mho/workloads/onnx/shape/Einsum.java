package mho.workloads.onnx.shape;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/**
 * An equation such as {@code bhqd,bhkd->bhqk}: one letter per axis. Without an arrow the output has the letters that occur
 * once, in alphabetical order. An ellipsis is written out in digits, aligned at its right end.
 */
public final class Einsum {
    private static final String ELLIPSIS = "...";
    private static final String DIGITS = "0123456789";

    private final List<String> terms = new ArrayList<>();
    private final Map<Character, Integer> sizes = new HashMap<>();
    private final String result;

    private Einsum(String equation, List<Dims> inputs) {
        String text = equation.replace(" ", "");
        int arrow = text.indexOf("->");
        String[] given = (arrow < 0 ? text : text.substring(0, arrow)).split(",", -1);
        if (given.length != inputs.size()) {
            throw new Refusal("has " + inputs.size() + " inputs for its equation " + quoted(equation));
        }
        String spread = "";
        for (int k = 0; k < given.length; k++) {
            String digits = ellipsis(given[k], inputs.get(k));
            spread = digits.length() > spread.length() ? digits : spread;
            terms.add(given[k].replace(ELLIPSIS, digits));
            bind(terms.get(k), inputs.get(k));
        }
        result = arrow < 0 ? spread + implied() : text.substring(arrow + 2).replace(ELLIPSIS, spread);
    }

    public static Einsum of(String equation, List<Dims> inputs) {
        return new Einsum(equation, inputs);
    }

    private static String ellipsis(String term, Dims dims) {
        int covered = dims.rank() - term.replace(ELLIPSIS, "").length();
        if (!term.contains(ELLIPSIS)) {
            return "";
        }
        if (covered < 0 || covered > DIGITS.length()) {
            throw new Refusal("its input of " + dims + " does not fit " + quoted(term));
        }
        return DIGITS.substring(DIGITS.length() - covered);
    }

    private String implied() {
        Map<Character, Long> uses = String.join("", terms)
                .chars()
                .filter(Character::isLetter)
                .mapToObj(c -> (char) c)
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return uses.entrySet().stream()
                .filter(use -> use.getValue() == 1)
                .map(use -> use.getKey().toString())
                .sorted()
                .collect(Collectors.joining());
    }

    private void bind(String term, Dims dims) {
        if (term.length() != dims.rank()) {
            throw new Refusal("its input of " + dims + " does not fit " + quoted(term));
        }
        for (int axis = 0; axis < dims.rank(); axis++) {
            char letter = term.charAt(axis);
            int size = dims.at(axis);
            int other = sizes.getOrDefault(letter, 1);
            if (other != size && other != 1 && size != 1) {
                throw new Refusal("letter " + letter + " stands for both " + other + " and " + size);
            }
            sizes.put(letter, other == 1 ? size : other);
        }
    }

    /** The letters of input k, one per axis. */
    public String term(int k) {
        return terms.get(k);
    }

    /** The letters of the output. */
    public String result() {
        return result;
    }

    Dims output() {
        long[] out = new long[result.length()];
        for (int axis = 0; axis < out.length; axis++) {
            Integer size = sizes.get(result.charAt(axis));
            if (size == null) {
                throw new Refusal("letter " + result.charAt(axis) + " of its output stands in no input");
            }
            out[axis] = size;
        }
        return Dims.ofLongs(out);
    }
}
