package mho.core.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be busy, and what has to be done: clocks, resources, recipes, stages and the buffers between them. Immutable
 * and compact; one model can be run any number of times, also at once.
 *
 * <p><b>Time.</b> A step that becomes ready at time t on a resource whose earliest free server is free from f starts on
 * the first edge n of the resource's clock at or after max(t, f). The server is busy until edge n + set-up + occupancy;
 * the step completes at edge n + set-up + latency, then possibly aligned to another clock's next edge. It reserves at the
 * moment it is ready, so resources serve in the order steps become ready. A step may be a train of units instead, which crosses
 * lines as {@link Relay} says.
 *
 * <p><b>Windows.</b> A stage has windows 0, 1, … for image 0, then for image 1, and so on. An image is available from the
 * tick a run's {@link Arrivals} give it, else from tick 0. A stage starts its windows in that order. They <em>arrive</em>
 * in that order too: a window has arrived when it and all before it are done. Window w of image i of a stage may start when
 *
 * <ul>
 *   <li>image i is available;
 *   <li>a slot is free;
 *   <li>for every edge into the stage, producer window lastNeeded[w] of image i - lag has arrived (nothing is asked if it
 *       is -1, or of the first {@code lag} images);
 *   <li>every edge out of the stage has room. A producer window takes one unit of room in each of them from its start
 *       until it has arrived and been released. Once consumer window w of image i has arrived, the producer windows of
 *       image i - lag before keptFrom[w], and those of earlier images, are released; once the last has, all of image
 *       i - lag are. Once the last window of the last image has, all are, for nobody will ask for the last {@code lag}.
 * </ul>
 *
 * <p><b>Order.</b> Trains move last of all that happens in a tick, those that end in one hand on in the order of their lines. Other events at equal times fire in the order they were scheduled; that images become available is scheduled
 * before all else, so it comes first in its tick, and then the stages try to start windows in the order they were added. When a step completes, first the steps
 * that follow it become ready, in the order they were added. If it is the one that frees the slot, the stage then tries to start
 * windows. If it was the job's last, the slot is freed, the window counts as arrived and releases what it releases;
 * then the stage's consumers try to start windows, in the order their edges were added, then its producers likewise, then
 * the stage itself. At tick 0 the stages try in the order they were added. A starting window's first steps become ready
 * in the order they were added.
 */
public final class Model {
    /** A buffer capacity without limit. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    final Clock[] clocks;

    private final List<String> resourceNames;
    private final List<String> resourceSetBy;
    final int[] resourceSetup;
    /** First server of each resource, and one past the last: all servers of the model are numbered through. */
    final int[] firstServer;

    final int[] claims;
    final int[] code;
    final int[] recipeStart;

    private final int[] recipeSteps;
    private final List<String> stageNames;
    final int[] stageWindows;
    final int[] stageSlots;
    final int[][] stageRecipes;

    final @Nullable Relay relay;
    /** Number of the line that a resource is, -1 if it is none. */
    final int[] lineOf;
    /** Whether each line leads out. */
    final boolean[] exits;

    final int[] edgeProducer;
    final int[] edgeConsumer;
    final int[] edgeCapacity;
    final int[] edgeLag;
    final int[][] edgeLastNeeded;
    final int[][] edgeKeptFrom;
    final int[][] edgesInto;
    final int[][] edgesOutOf;

    Model(ModelBuilder builder) {
        clocks = builder.clocks.toArray(Clock[]::new);
        resourceNames = List.copyOf(builder.resourceNames);
        resourceSetBy = List.copyOf(builder.resourceSetBy);
        resourceSetup = builder.resourceSetup.toArray();
        firstServer = new int[resourceNames.size() + 1];
        for (int r = 0; r < resourceNames.size(); r++) {
            firstServer[r + 1] = Math.addExact(firstServer[r], builder.resourceServers.get(r));
        }
        claims = builder.claims.words().toArray();
        code = builder.recipes.words().toArray();
        recipeStart = builder.recipes.starts();
        recipeSteps = builder.recipeSteps.toArray();
        stageNames = List.copyOf(builder.stageNames);
        stageWindows = builder.stageWindows.toArray();
        stageSlots = builder.stageSlots.toArray();
        stageRecipes = builder.stageRecipes.toArray(int[][]::new);
        relay = builder.relay;
        lineOf = builder.lineOf.toArray();
        exits = new boolean[builder.exits.size()];
        for (int line = 0; line < exits.length; line++) {
            exits[line] = builder.exits.get(line) != 0;
        }
        edgeProducer = builder.edgeProducer.toArray();
        edgeConsumer = builder.edgeConsumer.toArray();
        edgeCapacity = builder.edgeCapacity.toArray();
        edgeLag = builder.edgeLag.toArray();
        edgeLastNeeded = builder.edgeLastNeeded.toArray(int[][]::new);
        edgeKeptFrom = builder.edgeKeptFrom.toArray(int[][]::new);
        edgesInto = edgesOf(edgeConsumer);
        edgesOutOf = edgesOf(edgeProducer);
    }

    public static ModelBuilder builder() {
        return new ModelBuilder();
    }

    public int resources() {
        return resourceNames.size();
    }

    public String resourceName(int resource) {
        return resourceNames.get(resource);
    }

    /** What people change to make a resource faster. */
    public String resourceSetBy(int resource) {
        return resourceSetBy.get(resource);
    }

    /** Identical ports of a resource. */
    public int servers(int resource) {
        return firstServer[resource + 1] - firstServer[resource];
    }

    /** The resource's first server: all servers are numbered through, resource after resource. */
    public int firstServer(int resource) {
        return firstServer[resource];
    }

    /** Servers of all resources. */
    public int servers() {
        return firstServer[resources()];
    }

    /** Ticks of which every time in a run is a multiple, as many as the clocks allow. */
    public long grain() {
        long grain = 0;
        for (Clock clock : clocks) {
            grain = Clock.gcd(clock.grain(), grain);
        }
        return Math.max(1, grain);
    }

    /** Distinct recipes. */
    public int recipes() {
        return recipeStart.length;
    }

    /** Steps that one image takes, over all stages. */
    public long stepsPerImage() {
        long steps = 0;
        for (int stage = 0; stage < stages(); stage++) {
            for (int window = 0; window < stageWindows[stage]; window++) {
                steps += recipeSteps[recipe(stage, window)];
            }
        }
        return steps;
    }

    public int stages() {
        return stageNames.size();
    }

    public String stageName(int stage) {
        return stageNames.get(stage);
    }

    public int windowsPerImage(int stage) {
        return stageWindows[stage];
    }

    public int edges() {
        return edgeCapacity.length;
    }

    public int producer(int edge) {
        return edgeProducer[edge];
    }

    public int consumer(int edge) {
        return edgeConsumer[edge];
    }

    /** Producer windows the buffer holds, or {@link #UNBOUNDED}. */
    public int capacity(int edge) {
        return edgeCapacity[edge];
    }

    /** Images by which the consumer lags: its image n needs what the producer made of image n - lag. */
    public int lag(int edge) {
        return edgeLag[edge];
    }

    /** The last producer window of the image {@link #lag} earlier that a consumer window needs, both by rank; -1 for none. */
    public int lastNeeded(int edge, int window) {
        return edgeLastNeeded[edge][window];
    }

    int recipe(int stage, int window) {
        int[] recipes = stageRecipes[stage];
        return recipes[recipes.length == 1 ? 0 : window];
    }

    private int[][] edgesOf(int[] end) {
        Ints[] edges = new Ints[stages()];
        for (int s = 0; s < edges.length; s++) {
            edges[s] = new Ints();
        }
        for (int e = 0; e < end.length; e++) {
            edges[end[e]].add(e);
        }
        int[][] table = new int[edges.length][];
        for (int s = 0; s < table.length; s++) {
            table[s] = edges[s].toArray();
        }
        return table;
    }
}
