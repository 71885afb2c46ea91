package mho.reports.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.MapNode;
import mho.workloads.onnx.OnnxOptions;

/** ChipFiles and networks that runs name, each looked up once. */
public final class NamedInputs {
    private final Map<String, MapNode> chips = new HashMap<>();
    private final Map<Open, NetworkChoice> networks = new HashMap<>();

    private record Open(String network, OnnxOptions options) {}

    public synchronized MapNode chip(String nameOrPath) {
        return chips.computeIfAbsent(
                nameOrPath, name -> ChipFiles.load(name, List.of()).tree());
    }

    public synchronized NetworkChoice network(String nameOrPath, OnnxOptions options) {
        return networks.computeIfAbsent(new Open(nameOrPath, options), open -> NetworkChoice.of(nameOrPath, options));
    }
}
