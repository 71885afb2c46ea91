package mho.core.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A deadlock: nothing is under way any more, yet windows remain. Says of every blocked stage which window waits for what.
 * Slots are never the reason, since a window in flight gets through and gives its slot back, unless its trains are caught in lanes
 * ({@link Relay}): then nothing else needs to be said.
 */
public final class Deadlock extends ModelSaysNo {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 20;

    private final transient List<Blocked> blocked;

    private Deadlock(String message, List<Blocked> blocked) {
        super(message);
        this.blocked = blocked;
    }

    /**
     * A stage that cannot go on.
     *
     * @param stage the stage's number
     * @param image image of the window that cannot start
     * @param window the window that cannot start
     * @param fullEdges edges out of the stage without room for it
     * @param starvedEdges edges into the stage that have not brought what it needs
     */
    public record Blocked(int stage, int image, int window, List<Integer> fullEdges, List<Integer> starvedEdges) {}

    /** The blocked stages: those without room first, in the model's order, for they hold up the others. */
    public List<Blocked> blocked() {
        return blocked;
    }

    static Deadlock at(long now, Model model, FlowControl flow) {
        List<Blocked> full = new ArrayList<>();
        List<Blocked> starved = new ArrayList<>();
        for (int stage = 0; stage < model.stages(); stage++) {
            if (!flow.finished(stage)) {
                Blocked blocked = blocked(stage, model, flow);
                (blocked.fullEdges.isEmpty() ? starved : full).add(blocked);
            }
        }
        full.addAll(starved);
        return new Deadlock(message(now, full, model, flow), List.copyOf(full));
    }

    private static Blocked blocked(int stage, Model model, FlowControl flow) {
        List<Integer> full = new ArrayList<>();
        for (int edge : model.edgesOutOf[stage]) {
            if (flow.lacksRoom(edge)) {
                full.add(edge);
            }
        }
        List<Integer> starved = new ArrayList<>();
        for (int edge : model.edgesInto[stage]) {
            if (flow.lacksInput(edge)) {
                starved.add(edge);
            }
        }
        return new Blocked(
                stage, flow.nextImage(stage), flow.nextWindow(stage), List.copyOf(full), List.copyOf(starved));
    }

    private static String message(long now, List<Blocked> all, Model model, FlowControl flow) {
        StringBuilder text = new StringBuilder("deadlock after " + nanoseconds(now) + " ns: nothing moves, and "
                + (all.size() == 1 ? "1 stage waits" : all.size() + " stages wait"));
        for (int i = 0; i < Math.min(LINES, all.size()); i++) {
            Blocked blocked = all.get(i);
            text.append("\n  ")
                    .append(model.stageName(blocked.stage))
                    .append(": window ")
                    .append(blocked.window);
            text.append(" of image ").append(blocked.image).append(" waits for ");
            List<String> reasons = new ArrayList<>();
            blocked.fullEdges.forEach(edge -> reasons.add(room(edge, model, flow)));
            blocked.starvedEdges.forEach(edge -> reasons.add(input(edge, model, flow)));
            if (reasons.isEmpty()) {
                reasons.add(
                        "%d windows before it: trains wait for one another in full lanes, in a circle; give each lane room for a whole train, and lines no circle"
                                .formatted(flow.underWay(blocked.stage)));
            }
            text.append(String.join("; and for ", reasons));
        }
        if (all.size() > LINES) {
            text.append("\n  and ").append(all.size() - LINES).append(" more stages wait behind these");
        }
        return text.toString();
    }

    private static String nanoseconds(long ticks) {
        return BigDecimal.valueOf(ticks, 6).stripTrailingZeros().toPlainString();
    }

    private static String input(int edge, Model model, FlowControl flow) {
        return "input from " + model.stageName(model.edgeProducer[edge]) + ": has "
                + flow.arrived(model.edgeProducer[edge]) + " windows, needs " + flow.needed(edge);
    }

    private static String room(int edge, Model model, FlowControl flow) {
        int consumer = model.edgeConsumer[edge];
        return "room in the buffer to " + model.stageName(consumer) + ": capacity " + model.edgeCapacity[edge]
                + ", all held for its window " + flow.nextWindow(consumer) + " of image " + flow.nextImage(consumer)
                + (flow.lacksInput(edge)
                        ? ", which needs " + (flow.needed(edge) - flow.released(edge)) + " at once"
                        : ", which waits for something else");
    }
}
