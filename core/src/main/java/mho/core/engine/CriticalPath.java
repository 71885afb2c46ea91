package mho.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done earlier: step before step, each ready at the very tick at which the one before it handed on, back to the
 * image that came. The parts follow one another without a gap, so that they add up to the time between the ends, in ticks.
 *
 * @param from where it begins, ticks
 * @param to where it ends
 * @param parts in order of time, none of them empty
 * @param openings the windows it goes through, in order of time, and why each of them could start
 */
public record CriticalPath(long from, long to, List<Part> parts, List<Opening> openings) {
    /** What goes on in a part of a path. */
    public enum Doing {
        /** The image is not there yet. */
        COMES,
        /** The step waits until a resource is free that somebody else has reserved, and for the edge at which it then starts. */
        WAITS_FOR_RESOURCE,
        /** The resource is free, and the step waits for an edge of its clock. */
        WAITS_FOR_EDGE,
        /** The step is at work, from its start until it hands on: set-up, latency, alignment to the next clock. */
        WORKS,
        /** A step that takes time and no resource. */
        DELAYED,
        /** A train crosses lines, and waits in lanes on its way. */
        CROSSES
    }

    /** What let a window start. */
    public enum Reason {
        /** Its image had come. */
        INPUT,
        /** A window that it needs had arrived. */
        PREDECESSOR,
        /** A window of a consumer had arrived, and gave back room in the buffer between. */
        ROOM,
        /** An earlier window of the stage was done, or freed the stage's slot. */
        SLOT,
        /** What an earlier window of the stage needed had arrived, and windows start in order. */
        TURN
    }

    /**
     * A stretch of time.
     *
     * @param stage that was at it, -1 while the image comes
     * @param window by rank
     * @param resource waited for or worked on, of a train the line it begins at; -1 where there is none
     * @param holder the stage that had reserved it, where it is waited for and known; -1 otherwise
     */
    public record Part(Doing doing, int stage, int window, int resource, int holder, long from, long to) {
        public long ticks() {
            return to - from;
        }
    }

    /**
     * A window that the path goes through.
     *
     * @param at when it could start
     * @param byStage whose step let it, -1 where it was the image that came
     * @param byWindow window of that step
     */
    public record Opening(int stage, int window, long at, Reason reason, int byStage, int byWindow) {}

    public CriticalPath {
        parts = List.copyOf(parts);
        openings = List.copyOf(openings);
        long at = from;
        for (Part part : parts) {
            if (part.from != at || part.to <= at) {
                throw new IllegalStateException("a critical path has a gap at tick " + at);
            }
            at = part.to;
        }
        if (at != to) {
            throw new IllegalStateException("a critical path ends at tick " + at + " and not at " + to);
        }
    }

    public long ticks() {
        return to - from;
    }

    /** From a tick on that lies on the path. */
    public CriticalPath since(long tick) {
        List<Part> later = new ArrayList<>();
        for (Part part : parts) {
            if (part.to > tick) {
                later.add(
                        part.from >= tick
                                ? part
                                : new Part(
                                        part.doing,
                                        part.stage,
                                        part.window,
                                        part.resource,
                                        part.holder,
                                        tick,
                                        part.to));
            }
        }
        return new CriticalPath(
                tick,
                to,
                later,
                openings.stream().filter(opening -> opening.at >= tick).toList());
    }

    /** Back from a step that has handed on. */
    static CriticalPath backFrom(@Nullable Cause end, Model model) {
        List<Part> parts = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        long to = end == null ? 0 : end.end;
        long begins = 0;
        for (Cause cause = end; cause != null; cause = cause.before) {
            boolean held = cause.free > cause.ready;
            add(
                    parts,
                    cause,
                    cause.train ? Doing.CROSSES : cause.resource == Cause.NONE ? Doing.DELAYED : Doing.WORKS,
                    cause.start,
                    cause.end);
            add(parts, cause, held ? Doing.WAITS_FOR_RESOURCE : Doing.WAITS_FOR_EDGE, cause.ready, cause.start);
            if (cause.opens) {
                openings.add(opening(cause, model));
            }
            begins = cause.ready;
        }
        if (begins > 0) {
            parts.add(new Part(Doing.COMES, Cause.NONE, 0, Cause.NONE, Cause.NONE, 0, begins));
        }
        Collections.reverse(parts);
        Collections.reverse(openings);
        return new CriticalPath(0, to, parts, openings);
    }

    private static void add(List<Part> parts, Cause cause, Doing doing, long from, long to) {
        if (to > from) {
            int holder = doing == Doing.WAITS_FOR_RESOURCE ? cause.holder : Cause.NONE;
            parts.add(new Part(doing, cause.stage, cause.window, cause.resource, holder, from, to));
        }
    }

    private static Opening opening(Cause first, Model model) {
        Cause by = first.before;
        return by == null
                ? new Opening(first.stage, first.window, first.ready, Reason.INPUT, Cause.NONE, Cause.NONE)
                : new Opening(first.stage, first.window, first.ready, reason(first, by, model), by.stage, by.window);
    }

    /**
     * A window p that has just arrived was its stage's next to arrive: whoever needs p or a later one could not start before, and whoever
     * needs earlier ones was not kept by it.
     */
    private static Reason reason(Cause first, Cause by, Model model) {
        boolean feeds = false;
        for (int edge : model.edgesInto[first.stage]) {
            if (model.edgeProducer[edge] == by.stage && model.edgeLag[edge] == 0) {
                feeds = true;
                if (model.edgeLastNeeded[edge][first.window] >= by.window) {
                    return Reason.PREDECESSOR;
                }
            }
        }
        if (by.stage == first.stage) {
            return Reason.SLOT;
        }
        for (int edge : model.edgesOutOf[first.stage]) {
            if (model.edgeConsumer[edge] == by.stage) {
                return Reason.ROOM;
            }
        }
        return feeds ? Reason.TURN : Reason.INPUT;
    }
}
