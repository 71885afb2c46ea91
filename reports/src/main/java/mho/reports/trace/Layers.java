package mho.reports.trace;

import java.util.Arrays;
import mho.core.engine.Timeline;

/** Layers on tracks of their own, above all others: an image's first start to its last finish, side by side where images overlap. */
final class Layers {
    private static final int EVENT = 120;
    private static final int TRACK = 250;

    private final Sink sink;
    private final Scale scale;
    private final TraceRange range;
    private final Tracks tracks;
    private final WindowNames names;
    private final String[] stages;
    private final long[][] free;

    Layers(Sink sink, Scale scale, TraceRange range, Tracks tracks, WindowNames names, String[] stages) {
        this.sink = sink;
        this.scale = scale;
        this.range = range;
        this.tracks = tracks;
        this.names = names;
        this.stages = stages;
        free = new long[stages.length][0];
    }

    /** About what they will take. */
    long reserve(int images) {
        return Arrays.stream(stages)
                .mapToLong(name -> images * (EVENT + (long) name.length()) + 2L * (TRACK + name.length()))
                .sum();
    }

    /** Writes all that there is room for, image by image; returns how many were left out for want of it. */
    long write(Timeline timeline) {
        boolean fits = true;
        long leftOut = 0;
        for (int image = 0; image < timeline.images(); image++) {
            for (int stage = 0; stage < stages.length; stage++) {
                long start = timeline.start(stage, image);
                long finish = timeline.finish(stage, image);
                int lane = lane(stage, start, finish);
                if (range.reaches(start, finish)) {
                    fits = fits && scale.holds(finish) && write(stage, image, lane, timeline.images(), start, finish);
                    leftOut += fits ? 0 : 1;
                }
            }
        }
        return leftOut;
    }

    private boolean write(int stage, int image, int lane, int images, long start, long finish) {
        int thread = tracks.threadOfLayerTrack(stage * images + lane);
        if (!sink.thread(Tracks.LAYERS, thread, stages[stage] + (lane == 0 ? "" : " (" + (lane + 1) + ")"))) {
            return false;
        }
        Line line = sink.begin().raw("{\"ph\":\"X\",\"name\":\"");
        names.writeLayer(line, stage, image);
        line.raw("\",\"pid\":").number(Tracks.LAYERS).raw(",\"tid\":").number(thread);
        line.raw(",\"ts\":").number(scale.shown(start)).raw(",\"dur\":").number(scale.shown(finish - start));
        line.raw(",\"args\":{\"image\":").number(image).raw("}}");
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
