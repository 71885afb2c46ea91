package mho.reports.run;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;

/** The shape of the inputs that a network takes data for. */
final class InputShape {
    private InputShape() {}

    static Shape of(Network network) {
        List<Node> inputs =
                network.nodes().stream().filter(node -> node.isInput()).toList();
        if (inputs.size() != 1) {
            throw new BadInput("--data: the network has %d inputs (%s); values are computed for networks of one"
                    .formatted(
                            inputs.size(),
                            String.join(", ", inputs.stream().map(Node::name).toList())));
        }
        return inputs.get(0).output();
    }
}
