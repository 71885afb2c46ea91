package mho.arch.plan;

import java.util.List;

/**
 * A network on a chip: where every stage works, where its windows go, how much room its buffers have.
 *
 * @param orders of every stage, the order of its windows
 * @param dependencies one for each of the pipeline's readings
 * @param seats of every stage
 * @param routes of every stage, where each of its windows goes
 * @param capacity of every dependency, in producer windows
 * @param tiles tiles in use
 */
public record Placement(
        Pipeline pipeline,
        List<WindowOrder> orders,
        List<Dependency> dependencies,
        List<StagePlacement> seats,
        List<WindowRoutes> routes,
        int[] capacity,
        int tiles,
        int chips) {
    public Placement {
        seats = List.copyOf(seats);
        routes = List.copyOf(routes);
    }

    public int copies(Stage stage) {
        return stage.tiling() == null || stage.instances() > 1
                ? 1
                : seats.get(stage.id()).sites().size();
    }

    /** Arrays in use. */
    public long arrays() {
        return seats.stream().mapToLong(StagePlacement::arrays).sum();
    }
}
