package mho.reports.metrics;

import java.util.List;
import java.util.stream.IntStream;
import mho.core.engine.Clock;
import mho.core.engine.Timeline;

/** Latency and interval, of layers and of the network. */
final class Times {
    /** Inputs whose times are told layer by layer: enough to see the pipeline fill and settle. */
    private static final int TOLD = 4;

    private final Timeline timeline;
    private final int last;

    Times(Timeline timeline, int images) {
        this.timeline = timeline;
        this.last = images - 1;
    }

    /** Whether inputs followed one another, so that there is an interval to measure. */
    boolean pipelined() {
        return last > 0;
    }

    /** Input available, at time 0, to last output. */
    double latencyS() {
        return seconds((double) timeline.finish(0));
    }

    /** (t_N - t_1) / (N - 1); the latency if N = 1. */
    double intervalS() {
        return pipelined() ? seconds((double) (timeline.finish(last) - timeline.finish(0))) / last : latencyS();
    }

    /** First step of the layer's first window to the end of its last, of the first input. */
    double latencyS(int stage) {
        return seconds((double) (timeline.finish(stage, 0) - timeline.start(stage, 0)));
    }

    double intervalS(int stage) {
        return pipelined()
                ? seconds((double) (timeline.finish(stage, last) - timeline.finish(stage, 0))) / last
                : latencyS(stage);
    }

    /** When the layer worked on each of the first inputs. */
    List<LayerRow.Span> spans(int stage) {
        return IntStream.rangeClosed(0, Math.min(last, TOLD - 1))
                .mapToObj(input -> new LayerRow.Span(seconds((double) timeline.start(stage, input)), seconds((double)
                        timeline.finish(stage, input))))
                .toList();
    }

    /** From the layer's first start to its last finish, of all inputs. */
    long activeTicks(int stage) {
        return timeline.finish(stage, last) - timeline.start(stage, 0);
    }

    static double seconds(double ticks) {
        return ticks / Clock.TICKS_PER_SECOND;
    }
}
