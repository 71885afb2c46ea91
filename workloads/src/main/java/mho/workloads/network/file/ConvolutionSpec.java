package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.workloads.network.Conv;
import mho.workloads.network.Kernel;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.TransposedConv;

/** Layers whose kernel slides over a map. */
sealed interface ConvolutionSpec extends LayerSpec {
    List<Integer> STEP_BY_STEP = List.of(1);

    @Kind("conv")
    record Convolution(
            @Inline LayerPlace place,
            @Doc("output channels") int out,
            @Inline SlidingWindowSpec geometry,
            @Doc("groups of channels that see only each other") @Default("1") int groups,
            @Inline BiasNormActivation finish)
            implements ConvolutionSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Kernel kernel = geometry.over(assembly.inputShape(place), STEP_BY_STEP, assembly);
            finish.add(assembly, "conv", place, new Conv(kernel, out, groups, finish.hasBias()));
        }
    }

    @Kind("depthwise-conv")
    record Depthwise(
            @Inline LayerPlace place,
            @Doc("output channels per input channel") @Default("1") int multiplier,
            @Inline SlidingWindowSpec geometry,
            @Inline BiasNormActivation finish)
            implements ConvolutionSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Kernel kernel = geometry.over(assembly.inputShape(place), STEP_BY_STEP, assembly);
            int channels = assembly.inputShape(place).channels();
            int out = Math.multiplyExact(channels, multiplier);
            finish.add(assembly, "conv", place, new Conv(kernel, out, channels, finish.hasBias()));
        }
    }

    @Kind("transposed-conv")
    record Transposed(
            @Inline LayerPlace place,
            @Doc("output channels") int out,
            @Inline SlidingWindowSpec geometry,
            @Doc("rows and columns added below and right") @Default("[0]") @Range(min = 0) List<Integer> outputPad,
            @Doc("groups of channels that see only each other") @Default("1") int groups,
            @Inline BiasNormActivation finish)
            implements ConvolutionSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Kernel kernel = geometry.over(assembly.inputShape(place), STEP_BY_STEP, assembly);
            int[] more = SlidingWindowSpec.pair(outputPad, "output-pad", assembly);
            TransposedConv layer = new TransposedConv(kernel, more[0], more[1], out, groups, finish.hasBias());
            finish.add(assembly, "conv", place, layer);
        }
    }

    @Kind("local")
    record Local(
            @Inline LayerPlace place,
            @Doc("output channels") int out,
            @Inline SlidingWindowSpec geometry,
            @Inline BiasNormActivation finish)
            implements ConvolutionSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Kernel kernel = geometry.over(assembly.inputShape(place), STEP_BY_STEP, assembly);
            finish.add(assembly, "local", place, new LocallyConnected(kernel, out, finish.hasBias()));
        }
    }
}
