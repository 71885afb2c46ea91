package mho.reports.config;

import java.util.Locale;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.Spelling;
import mho.workloads.zoo.Zoo;

/** What a name or path leads to. */
enum NetworkForm {
    ZOO,
    YAML,
    ONNX,
    /** A list of layers as NeuroSim writes it. */
    CSV;

    /** Zoo names come first; files are known by their endings. Throws {@link BadInput}. */
    static NetworkForm of(String nameOrPath) {
        if (Zoo.has(nameOrPath)) {
            return ZOO;
        }
        String lower = nameOrPath.toLowerCase(Locale.ROOT);
        NetworkForm form = lower.endsWith(".onnx") ? ONNX : lower.endsWith(".csv") ? CSV : YAML;
        if (form == YAML && !lower.endsWith(".yaml") && !lower.endsWith(".yml")) {
            throw new BadInput(MessageText.plain(nameOrPath) + ": no such network" + remedy(nameOrPath));
        }
        if (!GivenPath.exists(nameOrPath)) {
            throw new BadInput(MessageText.plain(nameOrPath, 300) + ": no such file");
        }
        return form;
    }

    private static String remedy(String nameOrPath) {
        if (GivenPath.exists(nameOrPath)) {
            return "; the name of a network file ends in .yaml, .onnx or .csv";
        }
        String meant = Spelling.closest(nameOrPath, Zoo.names());
        return meant == null
                ? "; give a .yaml or .onnx file, or one of " + String.join(", ", Zoo.names())
                : ", did you mean \"" + meant + "\"?";
    }
}
