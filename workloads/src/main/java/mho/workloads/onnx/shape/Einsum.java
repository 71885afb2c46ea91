package mho.workloads.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/**
 * An equation such as {@code bhqd,bhkd->bhqk}: one letter per axis. Without an arrow the output has the letters that occur
 * once, in alphabetical order. An ellipsis is not read.
 */
public final class Einsum {
    private final List<String> terms;
    private final String result;
    private final Map<Character, Integer> sizes = new HashMap<>();

    private Einsum(List<String> terms, String result) {
        this.terms = terms;
        this.result = result;
    }

    public static Einsum of(String equation, int inputs) {
        String text = equation.replace(" ", "");
        if (text.contains(".")) {
            throw new Refusal("has an ellipsis in its equation \"" + equation + "\", write the letters out");
        }
        int arrow = text.indexOf("->");
        List<String> terms = List.of((arrow < 0 ? text : text.substring(0, arrow)).split(",", -1));
        if (terms.size() != inputs) {
            throw new Refusal("has " + inputs + " inputs for its equation \"" + equation + "\"");
        }
        return new Einsum(terms, arrow < 0 ? implied(terms) : text.substring(arrow + 2));
    }

    private static String implied(List<String> terms) {
        Map<Character, Long> uses = String.join("", terms)
                .chars()
                .mapToObj(c -> (char) c)
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return uses.entrySet().stream()
                .filter(use -> use.getValue() == 1)
                .map(use -> use.getKey().toString())
                .sorted()
                .collect(Collectors.joining());
    }

    public String term(int k) {
        return terms.get(k);
    }

    public String result() {
        return result;
    }

    void bind(int k, Dims dims) {
        String term = terms.get(k);
        if (term.length() != dims.rank()) {
            throw new Refusal("its input " + k + " of " + dims + " does not fit \"" + term + "\"");
        }
        for (int axis = 0; axis < dims.rank(); axis++) {
            Integer other = sizes.put(term.charAt(axis), dims.at(axis));
            if (other != null && other != dims.at(axis)) {
                throw new Refusal("letter " + term.charAt(axis) + " stands for both " + other + " and " + dims.at(axis));
            }
        }
    }

    Dims output() {
        List<Long> out = new ArrayList<>();
        for (char letter : result.toCharArray()) {
            Integer size = sizes.get(letter);
            if (size == null) {
                throw new Refusal("letter " + letter + " of its output stands in no input");
            }
            out.add(size.longValue());
        }
        return Dims.ofLongs(out.stream().mapToLong(Long::longValue).toArray());
    }
}
