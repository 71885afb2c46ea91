package mho.arch.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network on a chip: where every stage works, where its windows go, how much room its buffers have.
 *
 * <p>Layers that take turns on the same elements have no order of windows, no routes and no rooms of their own: those lists are empty.
 *
 * @param orders of every stage, the order of its windows
 * @param dependencies one for each of the pipeline's readings
 * @param seats of every stage
 * @param routes of every stage, where each of its windows goes
 * @param capacity of every dependency, in producer windows
 * @param updates when weights change that are learnt
 * @param plan what was asked for; null where layers take turns
 * @param tiles tiles in use
 * @param arrays in use
 * @param turns how layers take turns on the same elements; null where each has elements of its own
 */
public record Placement(
        Pipeline pipeline,
        List<WindowOrder> orders,
        List<Dependency> dependencies,
        List<StagePlacement> seats,
        List<WindowRoutes> routes,
        int[] capacity,
        UpdatePlan updates,
        @Nullable CopyPlan plan,
        int tiles,
        int chips,
        long arrays,
        @Nullable TurnTaking turns) {
    public Placement {
        seats = List.copyOf(seats);
        routes = List.copyOf(routes);
    }

    /** Every layer has elements of its own. */
    Placement(
            Pipeline pipeline,
            List<WindowOrder> orders,
            List<Dependency> dependencies,
            List<StagePlacement> seats,
            List<WindowRoutes> routes,
            int[] capacity,
            UpdatePlan updates,
            @Nullable CopyPlan plan,
            int tiles,
            int chips) {
        this(
                pipeline,
                orders,
                dependencies,
                seats,
                routes,
                capacity,
                updates,
                plan,
                tiles,
                chips,
                seats.stream().mapToLong(StagePlacement::arrays).sum(),
                null);
    }

    /** Layers take turns on the same elements. */
    public static Placement inTurns(
            Pipeline pipeline, List<StagePlacement> seats, int tiles, int chips, long arrays, TurnTaking turns) {
        return new Placement(
                pipeline,
                List.of(),
                List.of(),
                seats,
                List.of(),
                new int[0],
                UpdatePlan.plain(pipeline),
                null,
                tiles,
                chips,
                arrays,
                turns);
    }

    /** Map sizes, from the first, whose layers stand column by column. */
    public int together() {
        return plan == null ? 0 : plan.together();
    }

    /** Whether layers have strips whose borders sway. */
    public boolean sways() {
        return plan != null && plan.swaying();
    }

    public boolean takesTurns() {
        return turns != null;
    }

    /** Inputs that go through together, as one. */
    public int batch() {
        return turns == null ? updates.batch() : turns.batch();
    }

    /** Arrays that a stage works on. */
    public int arrays(Stage stage) {
        int each = seats.get(stage.id()).arrays();
        return turns == null ? each : Math.multiplyExact(each, turns.copies()[stage.id()]);
    }

    public int copies(Stage stage) {
        if (stage.tiling() == null || stage.instances() > 1) {
            return 1;
        }
        int sites = seats.get(stage.id()).sites().size();
        return turns == null ? sites : Math.multiplyExact(sites, turns.copies()[stage.id()]);
    }
}
