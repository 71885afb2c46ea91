package mho.workloads.network.file;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.workloads.network.Activation;
import mho.workloads.network.Concat;
import mho.workloads.network.Kernel;
import mho.workloads.network.Pool;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;
import mho.workloads.network.View;

/** Layers that make one value of many, channel by channel. */
sealed interface PoolSpec extends LayerSpec {
    @Kind("pool")
    record Sliding(
            @Inline LayerPlace place,
            @Doc("what is kept") @Default("max") Reduction kind,
            @Inline SlidingWindowSpec geometry,
            @Doc("whether a last, partly covered window counts") @Default("false") boolean ceil)
            implements PoolSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Kernel kernel = geometry.over(assembly.inputShape(place), geometry.kernel(), assembly);
            assembly.add("pool", place, new Pool(kind, kernel, ceil));
        }
    }

    @Kind("global-pool")
    record Global(@Inline LayerPlace place, @Doc("what is kept") @Default("average") Reduction kind)
            implements PoolSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            assembly.add("pool", place, Pool.global(kind, assembly.inputShape(place)));
        }
    }

    /**
     * Spatial pyramid pooling: for n bins on a map of a x a, a kernel of ceil(a / n) and a stride of floor(a / n); all bins
     * in one vector (He et al., ECCV 2014, section 2.3).
     */
    @Kind("pyramid-pool")
    record Pyramid(
            @Inline LayerPlace place,
            @Doc("what is kept") @Default("max") Reduction kind,
            @Doc("bins along each side, level by level, as in [7, 3, 2, 1]") List<Integer> bins)
            implements PoolSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            int input = assembly.input(place);
            String name = assembly.nameOf("pyramid", place);
            List<Integer> levels = new ArrayList<>();
            for (int n : bins) {
                Pool pool = level(n, assembly.shape(input), assembly);
                int pooled = assembly.add(name + "-" + n, pool, input);
                levels.add(assembly.add(name + "-" + n + "-flat", View.flatten(assembly.shape(pooled)), pooled));
            }
            Concat concat = new Concat(Concat.Along.CHANNELS);
            assembly.call(place, name, assembly.add(name, concat, levels, Activation.NONE, 0));
        }

        private Pool level(int n, Shape map, NetworkAssembly assembly) {
            int rows = map.height();
            int columns = map.width();
            if (n > rows || n > columns) {
                throw assembly.refusal("bins", "a map of %s has no %d x %d bins".formatted(map, n, n));
            }
            Kernel kernel =
                    new Kernel((rows + n - 1) / n, (columns + n - 1) / n, rows / n, columns / n, 0, 0, 0, 0, 1, 1);
            Pool pool = new Pool(kind, kernel, false);
            Shape out = pool.outputOf(List.of(map));
            if (out.height() != n || out.width() != n) {
                throw assembly.refusal(
                        "bins",
                        "a map of %s does not divide into %d x %d bins; pool to another number".formatted(map, n, n));
            }
            return pool;
        }
    }
}
