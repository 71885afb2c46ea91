package mho.workloads.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.core.yaml.BadInput;
import mho.workloads.network.Node;
import mho.workloads.network.Tensor;
import org.jspecify.annotations.Nullable;

/** A batch norm as inference has it, y = scale x + shift for each channel, both fixed: the error times the scale. */
final class ScalePlan implements PassMaker {
    private final float[] scale;
    private final float[] shift;

    ScalePlan(Node node) {
        Map<String, Tensor> held = Objects.requireNonNull(node.weightsHeld()).tensors();
        this.scale = perChannel(node, held.get("scale"), 1);
        this.shift = perChannel(node, held.get("shift"), 0);
    }

    private static float[] perChannel(Node node, @Nullable Tensor tensor, float otherwise) {
        int channels = node.output().channels();
        float[] values =
                tensor == null ? new float[] {otherwise} : tensor.values().get();
        if (values.length != 1 && values.length != channels) {
            throw new BadInput("%s: has %d numbers for %d channels".formatted(node.name(), values.length, channels));
        }
        float[] all = Arrays.copyOf(values, channels);
        Arrays.fill(all, values.length, channels, values[0]);
        return all;
    }

    @Override
    public Pass over(List<Signal> in, Signal out) {
        return new Scaled(in.get(0), out);
    }

    private final class Scaled implements Pass {
        private final Signal in;
        private final Signal out;

        Scaled(Signal in, Signal out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void forward() {
            for (int k = 0; k < out.values().length; k++) {
                int c = k % scale.length;
                out.values()[k] = in.values()[k] * scale[c] + shift[c];
            }
        }

        @Override
        public void reverse() {
            for (int k = 0; in.learns() && k < out.values().length; k++) {
                in.errors()[k] += out.errors()[k] * scale[k % scale.length];
            }
        }
    }
}
