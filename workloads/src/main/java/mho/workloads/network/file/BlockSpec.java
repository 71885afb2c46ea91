package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Activation;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Operator;

/** Layers made of layers. */
sealed interface BlockSpec extends LayerSpec {
    List<YamlNode> layers();

    default List<YamlNode> shortcut() {
        return List.of();
    }

    @Kind("repeat")
    record Repeat(
            @Doc("how often") @Range(min = 1, max = 10_000) int times,
            @Doc("what, the output of a round being the input of the next") List<YamlNode> layers)
            implements BlockSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.addRounds(layers, times);
        }
    }

    @Kind("residual")
    record Residual(
            @Inline LayerPlace place,
            @Doc("layers on the way") List<YamlNode> layers,
            @Doc("layers beside it; none: the input itself") @Default("[]") List<YamlNode> shortcut,
            @Doc("function of the sum") @Default("none") Activation activation)
            implements BlockSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            int input = assembly.input(place);
            assembly.stepBackTo(input);
            assembly.addInner(layers, "layers");
            int way = assembly.last();
            assembly.stepBackTo(input);
            assembly.addInner(shortcut, "shortcut");
            int beside = assembly.last();
            String name = assembly.nameOf("add", place);
            int sum = assembly.add(name, new Elementwise(Operator.ADD), List.of(way, beside), activation, 0);
            assembly.call(place, name, sum);
        }
    }
}
