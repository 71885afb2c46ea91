package mho.workloads.network.file;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.workloads.network.Dense;

@Kind("dense")
record DenseSpec(
        @Inline LayerPlace place,
        @Doc("output values") int out,
        @Doc("one vector per position instead of the whole map flattened") @Default("false") boolean perPosition,
        @Inline BiasNormActivation finish)
        implements LayerSpec {
    @Override
    public void addTo(NetworkAssembly assembly) {
        finish.add(assembly, "dense", place, new Dense(out, finish.hasBias(), perPosition));
    }
}
