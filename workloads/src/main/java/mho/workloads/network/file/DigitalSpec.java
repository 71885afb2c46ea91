package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.LayerNorm;

/** Layers that work value by value, or position by position. */
sealed interface DigitalSpec extends LayerSpec {
    @Kind("add")
    record Sum(@Inline LayerPlace place, @Doc("function of each output value") @Default("none") Activation activation)
            implements DigitalSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            expectSeveral(place, assembly);
            assembly.add("add", place, new Elementwise(Operator.ADD), activation, 0);
        }
    }

    @Kind("multiply")
    record Product(
            @Inline LayerPlace place, @Doc("function of each output value") @Default("none") Activation activation)
            implements DigitalSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            expectSeveral(place, assembly);
            assembly.add("multiply", place, new Elementwise(Operator.MULTIPLY), activation, 0);
        }
    }

    @Kind("concat")
    record Side(@Inline LayerPlace place, @Doc("the extent that grows") @Default("channels") Concat.Along along)
            implements DigitalSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            expectSeveral(place, assembly);
            assembly.add("concat", place, new Concat(along));
        }
    }

    @Kind("batch-norm")
    record Batch(@Inline LayerPlace place) implements DigitalSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("norm", place, new BatchNorm());
        }
    }

    @Kind("layer-norm")
    record Position(@Inline LayerPlace place) implements DigitalSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("norm", place, new LayerNorm());
        }
    }

    @Kind("activation")
    record Function(@Inline LayerPlace place, @Doc("the function; \"- relu\" says the same") Activation function)
            implements DigitalSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add(function.label(), place, new ActivationLayer(function));
        }
    }

    private static void expectSeveral(LayerPlace place, NetworkAssembly assembly) {
        List<String> from = place.from();
        if (from == null || from.size() < 2) {
            throw assembly.refusal("", "joins two layers or more, say which, for example \"from: [conv1, conv2]\"");
        }
    }
}
