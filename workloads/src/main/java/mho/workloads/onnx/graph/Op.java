package mho.workloads.onnx.graph;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.List;
import mho.core.quantity.MessageText;

/**
 * One operator of the graph. Values are joined by name; an empty input name is an optional input left out.
 *
 * @param captures values of the surrounding graph that its subgraphs use
 * @param opset version of the operator set that says what {@code type} means here
 */
public record Op(
        String name,
        String domain,
        String type,
        int opset,
        List<String> inputs,
        List<String> outputs,
        List<String> captures,
        Attributes attributes) {

    /** A value under another name. */
    public static Op alias(String from, String to) {
        return new Op(to, "", "Identity", 1, List.of(from), List.of(to), List.of(), Attributes.NONE);
    }

    /** Operator as the tables know it: {@code Conv}, {@code com.microsoft.Gelu}. */
    public String key() {
        return MessageText.plain(domain.isEmpty() ? type : domain + "." + type);
    }

    /** The node's name, or what it makes where the exporter gave none. */
    public String title() {
        return name.isEmpty() && !outputs.isEmpty() ? outputs.get(0) : name;
    }

    /** For messages: {@code Conv "layer1/conv"}. */
    public String label() {
        return key() + " " + quoted(title());
    }

    public boolean hasInput(int i) {
        return i < inputs.size() && !inputs.get(i).isEmpty();
    }

    public boolean hasOutput(int i) {
        return i < outputs.size() && !outputs.get(i).isEmpty();
    }
}
