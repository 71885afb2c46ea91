package mho.workloads.training;

import java.util.List;
import mho.workloads.values.ViewMap;

/** Values seen otherwise: flattened, reshaped, turned, cut, padded. Each error goes back to where its value came from. */
record ViewPlan(ViewMap map) implements PassMaker {
    @Override
    public Pass over(List<Signal> in, Signal out) {
        return new Seen(in.get(0), out);
    }

    private final class Seen implements Pass {
        private final Signal in;
        private final Signal out;
        private final int[] from = map.from();
        private final float[] constants = map.constants();

        Seen(Signal in, Signal out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void forward() {
            for (int k = 0; k < from.length; k++) {
                out.values()[k] = from[k] < 0 ? constants[k] : in.values()[from[k]];
            }
        }

        @Override
        public void reverse() {
            for (int k = 0; in.learns() && k < from.length; k++) {
                if (from[k] >= 0) {
                    in.errors()[from[k]] += out.errors()[k];
                }
            }
        }
    }
}
