package mho.reports.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/** Sizes of an ONNX file's open dimensions, as in {@code --dim sequence=128}. */
final class DimensionSizes {
    private DimensionSizes() {}

    static Map<String, Integer> parse(List<String> options) {
        Map<String, Integer> dims = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.lastIndexOf('=');
            int size = equals <= 0 ? -1 : size(option.substring(equals + 1));
            if (size < 0) {
                throw new BadInput(
                        "--dim " + MessageText.plain(option) + ": expected NAME=SIZE, for example sequence=128");
            }
            if (dims.put(option.substring(0, equals), size) != null) {
                throw new BadInput("--dim " + MessageText.plain(option) + ": the dimension is given twice, keep one");
            }
        }
        return dims;
    }

    private static int size(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
