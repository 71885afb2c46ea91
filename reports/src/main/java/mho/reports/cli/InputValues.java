package mho.reports.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/** Values for inputs of one element of an ONNX file, as in {@code --input sr=16000}. */
final class InputValues {
    private InputValues() {}

    static Map<String, String> parse(List<String> options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.lastIndexOf('=');
            String text = equals <= 0 ? "" : number(option.substring(equals + 1).strip());
            if (text.isEmpty()) {
                throw new BadInput(
                        "--input " + MessageText.plain(option) + ": expected NAME=VALUE, for example sr=16000");
            }
            if (values.put(option.substring(0, equals), text) != null) {
                throw new BadInput("--input " + MessageText.plain(option) + ": the input is given twice, keep one");
            }
        }
        return values;
    }

    private static String number(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? "1" : "0";
        }
        try {
            return Double.isFinite(Double.parseDouble(text)) ? text : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
