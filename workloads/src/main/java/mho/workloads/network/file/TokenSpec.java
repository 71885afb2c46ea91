package mho.workloads.network.file;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.workloads.network.Embedding;
import mho.workloads.network.MatMul;
import mho.workloads.network.Softmax;

/** Layers of language models beside the matrices. */
sealed interface TokenSpec extends LayerSpec {
    @Kind("embedding")
    record TableLookUp(
            @Inline LayerPlace place, @Doc("rows of the table") int vocabulary, @Doc("values of a row") int width)
            implements TokenSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("embedding", place, new Embedding(vocabulary, width));
        }
    }

    @Kind("matmul")
    record Product(
            @Inline LayerPlace place,
            @Doc("heads, groups of channels that are multiplied apart") @Default("1") int groups,
            @Doc("by the transpose of the second, as queries by keys") @Default("false") boolean transposed)
            implements TokenSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("matmul", place, new MatMul(groups, transposed));
        }
    }

    @Kind("softmax")
    record Likelihood(@Inline LayerPlace place, @Doc("groups of channels that each sum to 1") @Default("1") int groups)
            implements TokenSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("softmax", place, new Softmax(groups));
        }
    }
}
