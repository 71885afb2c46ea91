package mho.reports.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.spec.Chips;
import mho.core.yaml.MapNode;
import mho.reports.config.NetworkChoice;

/** Chips and networks that points name, each looked up once. */
final class Choices {
    private final Map<String, MapNode> chips = new HashMap<>();
    private final Map<Asked, NetworkChoice> networks = new HashMap<>();

    private record Asked(String network, int batch, Map<String, Integer> dims) {}

    synchronized MapNode chip(String nameOrPath) {
        return chips.computeIfAbsent(
                nameOrPath, name -> Chips.load(name, List.of()).tree());
    }

    synchronized NetworkChoice network(String nameOrPath, int batch, Map<String, Integer> dims) {
        return networks.computeIfAbsent(
                new Asked(nameOrPath, batch, dims), asked -> NetworkChoice.of(nameOrPath, batch, dims));
    }
}
