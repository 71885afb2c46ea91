package mho.workloads.values;

import java.util.List;
import java.util.Objects;
import mho.core.yaml.BadInput;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Elementwise;
import mho.workloads.network.MatMul;
import mho.workloads.network.Node;
import mho.workloads.network.Pool;
import mho.workloads.network.Reduce;
import mho.workloads.network.Shape;
import mho.workloads.network.Softmax;
import mho.workloads.network.Weights;

/** Layers without arrays: what the tiles' digital units do. */
final class Digital {
    private Digital() {}

    static Batch of(Node node, List<Batch> inputs) {
        Batch first = inputs.get(0);
        if (node.layer() instanceof Pool pool) {
            return new Pooling(node, pool.reduction()).run(first);
        }
        if (node.layer() instanceof Reduce reduce) {
            return Pooling.channels(reduce.reduction(), first, node.output());
        }
        if (node.layer() instanceof Elementwise elementwise && inputs.size() > 1) {
            return Joins.combined(elementwise, inputs, node.output());
        }
        if (node.layer() instanceof Concat concat) {
            return Joins.concatenated(concat, inputs, node.output());
        }
        if (node.layer() instanceof Softmax softmax) {
            return softmax(softmax, first);
        }
        if (node.layer() instanceof BatchNorm && node.weightsHeld() != null) {
            return scaled(node.weightsHeld(), first);
        }
        if (node.layer() instanceof MatMul product) {
            return product(product, first, inputs.get(1), node.output());
        }
        throw new BadInput(
                "%s: values through a layer of kind %s are not computed; leave out --data for time and energy alone"
                        .formatted(node.name(), node.kind()));
    }

    private static Batch softmax(Softmax layer, Batch in) {
        Batch out = Batch.empty(in.count(), in.shape());
        int n = in.shape().channels() / layer.groups();
        for (int from = 0; from < in.values().length; from += n) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < from + n; i++) {
                largest = Math.max(largest, in.values()[i]);
            }
            double sum = 0;
            for (int i = from; i < from + n; i++) {
                sum += Math.exp(in.values()[i] - largest);
            }
            for (int i = from; i < from + n; i++) {
                out.values()[i] = (float) (Math.exp(in.values()[i] - largest) / sum);
            }
        }
        return out;
    }

    private static Batch scaled(Weights held, Batch in) {
        float[] scale =
                Objects.requireNonNull(held.tensors().get("scale")).values().get();
        float[] shift =
                Objects.requireNonNull(held.tensors().get("shift")).values().get();
        Batch out = Batch.empty(in.count(), in.shape());
        int channels = in.shape().channels();
        for (int i = 0; i < in.values().length; i++) {
            out.values()[i] = Math.fma(in.values()[i], scale[i % channels], shift[i % channels]);
        }
        return out;
    }

    private static Batch product(MatMul layer, Batch left, Batch right, Shape shape) {
        Batch out = Batch.empty(left.count(), shape);
        int groups = layer.groups();
        int inner = left.shape().channels() / groups;
        int columns = shape.channels() / groups;
        int rightChannels = right.shape().channels();
        for (int i = 0; i < left.count(); i++) {
            for (int p = 0; p < shape.positions(); p++) {
                for (int g = 0; g < groups; g++) {
                    for (int c = 0; c < columns; c++) {
                        double sum = 0;
                        for (int k = 0; k < inner; k++) {
                            int row = layer.transposed() ? c : k;
                            int value = layer.transposed() ? g * inner + k : g * columns + c;
                            sum += (double) left.values()[
                                            (i * shape.positions() + p)
                                                            * left.shape().channels()
                                                    + g * inner
                                                    + k]
                                    * right.values()[(i * right.shape().positions() + row) * rightChannels + value];
                        }
                        out.values()[(i * shape.positions() + p) * shape.channels() + g * columns + c] = (float) sum;
                    }
                }
            }
        }
        return out;
    }
}
