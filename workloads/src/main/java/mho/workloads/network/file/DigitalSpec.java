package mho.workloads.network.file;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;

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

    /**
     * y = x / (1 + 1e-4 / size · sum of the squares of neighbouring channels)^0.75, step by step as a file of ONNX has it, whose
     * usual figures these are (Krizhevsky et al. 2012).
     */
    @Kind("local-response-norm")
    record Response(
            @Inline LayerPlace place,
            @Doc("neighbouring channels whose squares are added, its own among them")
                    @Range(min = 1, max = 256)
                    @Default("5")
                    int size)
            implements DigitalSpec {
        private static final mho.workloads.network.Function POWER =
                new mho.workloads.network.Function(Activation.POWER, 0.75, 0);

        @Override
        public void addTo(NetworkAssembly assembly) {
            if (size % 2 == 0) {
                throw assembly.refusal(
                        "size", "must be odd: a channel stands in the middle of its neighbours; found " + size);
            }
            int input = assembly.input(place);
            String name = assembly.nameOf("response", place);
            Activation none = Activation.NONE;
            int square =
                    assembly.add(name + "-square", new Elementwise(Operator.MULTIPLY), List.of(input, input), none, 0);
            Elementwise neighbours = new Elementwise(Operator.ADD, List.of(), true);
            int sum = assembly.add(name + "-sum", neighbours, Collections.nCopies(size, square), none, 0);
            int scaled = assembly.add(name + "-scale", new BatchNorm(), sum, scale());
            int power = assembly.add(name + "-power", new ActivationLayer(POWER), scaled);
            Elementwise divide = new Elementwise(Operator.DIVIDE);
            assembly.call(place, name, assembly.add(name, divide, List.of(input, power), none, 0));
        }

        private TrainedWeights scale() {
            float scale = 1e-4f / size;
            return new TrainedWeights(Map.of("scale", number(scale), "shift", number(1)));
        }

        private static Tensor number(float value) {
            return new Tensor(List.of(1), () -> new float[] {value});
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
