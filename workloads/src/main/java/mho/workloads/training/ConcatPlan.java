package mho.workloads.training;

import java.util.List;
import mho.workloads.network.Concat;
import mho.workloads.network.Node;

/** Maps put side by side: each gets its part of the errors back. */
final class ConcatPlan implements PassMaker {
    /** Whatever is joined, each map gives one run of values after the other: of channels, of columns, of rows. */
    private final int runs;

    ConcatPlan(Node node, Concat layer) {
        this.runs = switch (layer.along()) {
            case HEIGHT -> 1;
            case WIDTH -> node.output().height();
            case CHANNELS -> node.output().positions() * layer.blocks();
        };
    }

    @Override
    public Pass over(List<Signal> in, Signal out) {
        return new Joined(in.toArray(Signal[]::new), out);
    }

    private final class Joined implements Pass {
        private final Signal[] in;
        private final Signal out;

        Joined(Signal[] in, Signal out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void forward() {
            int to = 0;
            for (int run = 0; run < runs; run++) {
                for (Signal each : in) {
                    int length = each.values().length / runs;
                    System.arraycopy(each.values(), run * length, out.values(), to, length);
                    to += length;
                }
            }
        }

        @Override
        public void reverse() {
            int from = 0;
            for (int run = 0; run < runs; run++) {
                for (Signal each : in) {
                    int length = each.values().length / runs;
                    for (int i = 0; each.learns() && i < length; i++) {
                        each.errors()[run * length + i] += out.errors()[from + i];
                    }
                    from += length;
                }
            }
        }
    }
}
