package mho.reports.trace;

import java.util.Arrays;
import java.util.stream.IntStream;
import mho.core.engine.Model;
import mho.core.engine.Timeline;
import org.jspecify.annotations.Nullable;

/** Layers on tracks of their own, above all others: an image's first start to its last finish, side by side where images overlap. */
final class LayerTracks {
    private static final int EVENT = 200;
    private static final int TRACK = 250;

    private final EventSink sink;
    private final TraceRange range;
    private final Tracks tracks;
    private final WindowNames names;
    private final String[] stages;
    private final Model model;
    private final FlowArrows arrows;
    private final long[][] free;

    LayerTracks(EventSink sink, TraceRange range, Tracks tracks, WindowNames names, Model model, FlowArrows arrows) {
        this.sink = sink;
        this.range = range;
        this.tracks = tracks;
        this.names = names;
        this.model = model;
        this.arrows = arrows;
        stages = IntStream.range(0, model.stages()).mapToObj(model::stageName).toArray(String[]::new);
        free = new long[stages.length][0];
    }

    /** About what they will take. */
    long reserve(int images) {
        return Arrays.stream(stages)
                        .mapToLong(name -> images * (EVENT + (long) name.length()) + 2L * (TRACK + name.length()))
                        .sum()
                + images * arrows.reserve();
    }

    /** Writes all that there is room for, image by image; returns how many were left out for want of it. */
    long write(Timeline timeline) {
        boolean fits = true;
        long leftOut = 0;
        for (int image = 0; image < timeline.images(); image++) {
            @Nullable SpanPlace[] places = new SpanPlace[stages.length];
            for (int stage = 0; stage < stages.length; stage++) {
                long start = timeline.start(stage, image);
                long finish = timeline.finish(stage, image);
                int lane = lane(stage, start, finish);
                if (range.reaches(start, finish)) {
                    int thread = tracks.threadOfLayerTrack(stage * timeline.images() + lane);
                    SpanPlace place = new SpanPlace(Tracks.LAYERS, thread, range.begin(start), range.end(finish));
                    fits = fits && write(stage, image, lane, place, start, finish);
                    places[stage] = fits ? place : null;
                    leftOut += fits ? 0 : 1;
                }
            }
            lead(places);
        }
        return leftOut;
    }

    /** From each layer to those that read it. */
    private void lead(@Nullable SpanPlace[] places) {
        for (int edge = 0; edge < model.edges(); edge++) {
            SpanPlace from = places[model.producer(edge)];
            SpanPlace to = places[model.consumer(edge)];
            if (from != null && to != null) {
                arrows.write(edge, "layer", from, to);
            }
        }
    }

    private boolean write(int stage, int image, int lane, SpanPlace place, long start, long finish) {
        if (!sink.thread(Tracks.LAYERS, place.thread(), stages[stage] + (lane == 0 ? "" : " (" + (lane + 1) + ")"))) {
            return false;
        }
        EventLine line = sink.begin().raw("{\"ph\":\"X\",\"cat\":\"layer\",\"name\":\"");
        names.writeLayer(line, stage, image);
        SpanText.write(line.raw("\""), place);
        line.raw(",\"args\":{\"image\":").number(image);
        SpanText.writeCut(line, place, start, finish);
        line.raw("}}");
        return sink.end();
    }

    /** The first of the stage's tracks that is free by then. */
    private int lane(int stage, long start, long finish) {
        long[] ends = free[stage];
        int lane = 0;
        while (lane < ends.length && ends[lane] > start) {
            lane++;
        }
        if (lane == ends.length) {
            ends = Arrays.copyOf(ends, lane + 1);
            free[stage] = ends;
        }
        ends[lane] = finish;
        return lane;
    }
}
