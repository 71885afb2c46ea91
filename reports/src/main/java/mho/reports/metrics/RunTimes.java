package mho.reports.metrics;

import java.util.List;
import java.util.stream.IntStream;
import mho.arch.run.Pace;
import mho.arch.run.RunResult;
import mho.core.engine.Clock;
import mho.core.engine.Timeline;

/** Latency and interval, of layers and of the network. */
final class RunTimes {
    /** Inputs whose times are told layer by layer: enough to see the pipeline fill and settle. */
    private static final int TOLD = 4;

    private final Timeline alone;
    private final Timeline stream;
    private final Pace pace;
    private final int batch;
    private final int[] beginnings;

    RunTimes(RunResult run) {
        this.batch = run.placement().batch();
        this.beginnings = run.program().beginnings();
        this.alone = run.alone();
        this.stream = run.timeline();
        this.pace = run.pace();
    }

    /** Whether inputs followed one another, so that there is an interval to measure. */
    boolean pipelined() {
        return stream.images() > 1;
    }

    /** Of one input, or one batch of them, with the chip to itself: available, at time 0, to last output. */
    double latencyS() {
        return seconds((double) alone.finish(0));
    }

    /** Between inputs, steady; the latency if one input ran alone. Inputs of a batch share its. */
    double intervalS() {
        return seconds(pace.intervalTicks()) / batch;
    }

    Steadiness steadiness() {
        return new Steadiness(
                seconds(pace.latencyTicks()),
                (pace.from() + 1) * batch,
                (pace.to() + 1) * batch,
                pace.spread(),
                pace.steady());
    }

    /** First step of the layer's first window to the end of its last, of one input with the chip to itself. */
    double latencyS(int stage) {
        return seconds((double) (alone.finish(stage, 0) - alone.start(beginnings[stage], 0)));
    }

    /** Between inputs the layer finishes: what goes into a steady stream comes out of it, so all layers have the network's. */
    double intervalS(int stage) {
        return pipelined() ? intervalS() : latencyS(stage) / batch;
    }

    /** When the layer worked on each of the first inputs. */
    List<LayerRow.Span> spans(int stage) {
        return IntStream.range(0, Math.min(stream.images(), TOLD))
                .mapToObj(input ->
                        new LayerRow.Span(seconds((double) stream.start(beginnings[stage], input)), seconds((double)
                                stream.finish(stage, input))))
                .toList();
    }

    /** From the layer's first start to its last finish, of all inputs; of its arrays, where they are a stage of their own. */
    long activeTicks(int stage) {
        int working = beginnings[stage];
        return stream.finish(working, stream.images() - 1) - stream.start(working, 0);
    }

    static double seconds(double ticks) {
        return ticks / Clock.TICKS_PER_SECOND;
    }
}
