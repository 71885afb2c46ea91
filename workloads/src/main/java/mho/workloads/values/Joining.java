package mho.workloads.values;

import java.util.List;
import mho.workloads.network.Concat;

/** Maps put side by side. */
final class Joining {
    private Joining() {}

    static void run(Concat concat, List<Batch> inputs, Batch out) {
        // Whatever is joined, each map gives one run of values after the other: of channels, of columns, of rows.
        int count = out.count();
        int runs =
                switch (concat.along()) {
                    case HEIGHT -> count;
                    case WIDTH -> count * out.shape().height();
                    case CHANNELS -> count * out.shape().positions() * concat.blocks();
                };
        int to = 0;
        for (int run = 0; run < runs; run++) {
            for (Batch in : inputs) {
                int length = in.values().length / runs;
                System.arraycopy(in.values(), run * length, out.values(), to, length);
                to += length;
            }
        }
    }
}
