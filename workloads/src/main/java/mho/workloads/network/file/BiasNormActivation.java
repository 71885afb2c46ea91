package mho.workloads.network.file;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.workloads.network.Activation;
import mho.workloads.network.Layer;
import org.jspecify.annotations.Nullable;

/** What comes behind the sums. */
record BiasNormActivation(
        @Doc("whether biases are added; by default unless a batch norm follows") @Nullable Boolean bias,
        @Doc("whether a batch norm follows") @Default("false") boolean norm,
        @Doc("function of each output value") @Default("none") Activation activation,
        @Doc("how often the weights are held, 0 = as the mapper sees fit") @Default("0") @Range(min = 0) int copies) {

    boolean hasBias() {
        return bias == null ? !norm : bias;
    }

    void add(NetworkAssembly assembly, String kind, LayerPlace place, Layer layer) {
        if (norm) {
            assembly.addNormed(kind, place, layer, activation, copies);
        } else {
            assembly.add(kind, place, layer, activation, copies);
        }
    }
}
