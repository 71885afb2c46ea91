package mho.arch.power;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.arch.run.RunResult;
import mho.core.engine.Timeline;

/**
 * When the layers of a run were at work, and the stretch of it that stands for all: the inputs, or batches, that its interval is measured
 * on, or all of it where one ran alone.
 *
 * <p>A layer is at work on an input from the first step of its first window to the end of its last. A tile is in use longer, from the
 * first window that a layer before makes for it: what comes is kept there, and in whatever it is kept may not be switched off.
 */
final class LayersAtWork {
    private final Timeline timeline;
    private final List<Stage> stages;
    private final Spans.Span stretch;
    private final int inputs;
    private final int[] beginnings;
    private final Map<BitSet, Spans> working = new HashMap<>();
    private final Map<BitSet, Spans> holding = new HashMap<>();

    LayersAtWork(RunResult run) {
        timeline = run.timeline();
        stages = run.placement().pipeline().stages();
        int from = run.pace().from();
        int to = run.pace().to();
        inputs = Math.max(1, to - from) * run.placement().batch();
        beginnings = run.program().beginnings();
        stretch = from == to
                ? new Spans.Span(0, timeline.finish(to))
                : new Spans.Span(timeline.finish(from), timeline.finish(to));
    }

    /** The stretch that stands for all. */
    Spans.Span stretch() {
        return stretch;
    }

    /** Inputs that were finished in it. */
    int inputs() {
        return inputs;
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, stages.size());
        return all;
    }

    /** When any of these layers is at work. */
    Spans working(BitSet layers) {
        return working.computeIfAbsent(layers, of -> spans(of, false));
    }

    /** The same, and from when values are kept for them. */
    Spans holding(BitSet layers) {
        return holding.computeIfAbsent(layers, of -> spans(of, true));
    }

    private Spans spans(BitSet layers, boolean held) {
        List<Spans.Span> found = new ArrayList<>();
        layers.stream().forEach(layer -> {
            for (int input = 0; input < timeline.images(); input++) {
                long from = held ? held(layer, input) : start(layer, input);
                found.add(new Spans.Span(from, timeline.finish(layer, input)));
            }
        });
        return Spans.covering(found);
    }

    private long start(int layer, int input) {
        return timeline.start(beginnings[layer], input);
    }

    /** When the first value comes that a layer reads for an input; one of inputs before is kept all the while. */
    private long held(int layer, int input) {
        long from = start(layer, input);
        for (StageEdge reading : stages.get(layer).inputs()) {
            from = Math.min(from, start(reading.producer(), Math.max(0, input - reading.lag())));
        }
        return from;
    }
}
