package mho.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Model} together. Everything added is numbered from 0 in the order it was added, each kind for itself,
 * and named by that number afterwards; every method throws {@link IllegalArgumentException} for numbers that do not
 * exist or do not fit.
 */
public final class ModelBuilder {
    /** Ports of all resources; each takes some 50 bytes in a run. */
    static final int MOST_SERVERS = 1 << 24;

    static final int NO_LINE = -1;

    final List<Clock> clocks = new ArrayList<>();
    final List<String> resourceNames = new ArrayList<>();
    final List<String> resourceSetBy = new ArrayList<>();
    private long servers;
    final Ints resourceClock = new Ints();
    final Ints resourceServers = new Ints();
    final Ints resourceSetup = new Ints();
    final Interner claims = new Interner();
    final Interner recipes = new Interner();
    final Ints recipeSteps = new Ints();
    final List<String> stageNames = new ArrayList<>();
    final Ints stageWindows = new Ints();
    final Ints stageSlots = new Ints();
    final List<int[]> stageRecipes = new ArrayList<>();
    final Ints edgeProducer = new Ints();
    final Ints edgeConsumer = new Ints();
    final Ints edgeCapacity = new Ints();
    final Ints edgeLag = new Ints();
    final List<int[]> edgeLastNeeded = new ArrayList<>();
    final List<int[]> edgeKeptFrom = new ArrayList<>();

    final Ints lineOf = new Ints();
    final Ints exits = new Ints();

    @Nullable
    Relay relay;

    ModelBuilder() {}

    /**
     * Lets the model have lines. It has one relay: a second must be equal to the first.
     *
     * @throws IllegalArgumentException if it has another
     */
    public void relay(Relay wanted) {
        checkClock(wanted.clock());
        if (relay != null && !relay.equals(wanted)) {
            throw new IllegalArgumentException("a second relay, " + wanted + " beside " + relay + ": give one");
        }
        relay = wanted;
    }

    /**
     * Adds a line of the {@link #relay}, a resource that trains alone occupy: one unit a cycle of the relay's clock.
     *
     * @param exit whether it leads out of the relay; other lines end in lanes that further lines lead on from
     * @throws ModelSaysNo if the lanes of all lines are more than a run can keep
     */
    public int line(String name, boolean exit, String setBy) {
        if (relay == null) {
            throw new IllegalArgumentException("line " + name + " without a relay: give the model one first");
        }
        if ((exits.size() + 1L) * relay.lanes() * relay.depth() > Relay.MOST_ROOM) {
            throw new ModelSaysNo(
                    "line %s: with its lanes the model has room for more than the %d units that can be simulated: give fewer or shorter lanes"
                            .formatted(name, Relay.MOST_ROOM));
        }
        int resource = resource(name, relay.clock(), 1, 0, setBy);
        lineOf.set(resource, exits.size());
        exits.add(exit ? 1 : 0);
        return resource;
    }

    /** Adds a clock; equal clocks share a number. */
    public int clock(Clock clock) {
        int known = clocks.indexOf(clock);
        if (known >= 0) {
            return known;
        }
        clocks.add(clock);
        return clocks.size() - 1;
    }

    /**
     * Adds a resource: {@code servers} identical ports with one queue, served in order of arrival. A step takes the server
     * that is free earliest, of equals the one with the lowest number, and reserves it at once; what arrives later never
     * overtakes, not even into a gap.
     *
     * @param setupCycles cycles of the step's clock to bring a server into another configuration; busy, and before the step
     */
    public int resource(String name, int clock, int servers, int setupCycles) {
        return resource(name, clock, servers, setupCycles, name);
    }

    /**
     * The same.
     *
     * @param setBy what people change to make it faster, for messages
     * @throws ModelSaysNo if the model has more servers than a run can keep
     */
    public int resource(String name, int clock, int servers, int setupCycles, String setBy) {
        checkClock(clock);
        if (servers < 1 || setupCycles < 0) {
            throw new IllegalArgumentException("resource " + name + ": " + servers + " servers and " + setupCycles
                    + " set-up cycles: give at least 1 and 0");
        }
        this.servers += servers;
        if (this.servers > MOST_SERVERS) {
            throw new ModelSaysNo(
                    "resource %s, set by %s: with its %d ports the model has more than the %d that can be simulated: give fewer ports, or parts"
                            .formatted(name, setBy, servers, MOST_SERVERS));
        }
        resourceNames.add(name);
        resourceSetBy.add(setBy);
        resourceClock.add(clock);
        resourceServers.add(servers);
        resourceSetup.add(setupCycles);
        lineOf.add(NO_LINE);
        return resourceNames.size() - 1;
    }

    /** Begins a recipe; it joins the model with {@link RecipeBuilder#build()}. */
    public RecipeBuilder recipe() {
        return new RecipeBuilder(this);
    }

    /**
     * Adds a stage: so many windows per image, started in order.
     *
     * @param recipeOfWindow the recipe of each window, or one for all
     * @param slots windows in flight at once, 0 for no limit
     */
    public int stage(String name, int windowsPerImage, int[] recipeOfWindow, int slots) {
        if (windowsPerImage < 1 || slots < 0) {
            throw new IllegalArgumentException("stage " + name + ": " + windowsPerImage + " windows in " + slots
                    + " slots: give at least 1 and 0");
        }
        if (recipeOfWindow.length != windowsPerImage && recipeOfWindow.length != 1) {
            throw new IllegalArgumentException("stage " + name + ": " + recipeOfWindow.length + " recipes for "
                    + windowsPerImage + " windows: give one for each or one for all");
        }
        for (int recipe : recipeOfWindow) {
            check("recipe", recipe, recipes.size());
        }
        stageNames.add(name);
        stageWindows.add(windowsPerImage);
        stageSlots.add(slots);
        stageRecipes.add(recipeOfWindow.clone());
        return stageNames.size() - 1;
    }

    /**
     * Adds a buffer between two stages, or from a stage to itself.
     *
     * @param lastNeeded for each consumer window, the last producer window of its image it needs, -1 for none
     * @param keptFrom for each consumer window, the first producer window of the image still needed once it and all
     *     before it are done; must not decrease
     * @param capacity producer windows the buffer holds, {@link Model#UNBOUNDED} for no limit
     */
    public int edge(int producer, int consumer, int[] lastNeeded, int[] keptFrom, int capacity) {
        return edge(producer, consumer, lastNeeded, keptFrom, capacity, 0);
    }

    /**
     * The same with a lag: windows of the consumer's image n need, and release, those of the producer's image n - lag, and
     * those of its first {@code lag} images need nothing over this edge. So an edge may lead back to an earlier stage.
     *
     * @param lag images, 0 or more
     */
    public int edge(int producer, int consumer, int[] lastNeeded, int[] keptFrom, int capacity, int lag) {
        check("stage", producer, stageNames.size());
        check("stage", consumer, stageNames.size());
        String where = "edge " + stageNames.get(producer) + " to " + stageNames.get(consumer) + ": ";
        int produced = stageWindows.get(producer);
        int consumed = stageWindows.get(consumer);
        if (capacity < 1) {
            throw new IllegalArgumentException(where + "a capacity of " + capacity + ": give at least 1");
        }
        if (lag < 0) {
            throw new IllegalArgumentException(where + "a lag of " + lag + " images: give at least 0");
        }
        if (lastNeeded.length != consumed || keptFrom.length != consumed) {
            throw new IllegalArgumentException(where + lastNeeded.length + " and " + keptFrom.length
                    + " entries for a consumer of " + consumed + " windows: give one for each");
        }
        int kept = 0;
        for (int w = 0; w < consumed; w++) {
            if (lastNeeded[w] < -1 || lastNeeded[w] >= produced || keptFrom[w] < kept || keptFrom[w] > produced) {
                throw new IllegalArgumentException(where + "window " + w + " needs up to " + lastNeeded[w]
                        + " and keeps from " + keptFrom[w] + ", after " + kept + ": give -1 to " + (produced - 1)
                        + ", and 0 to " + produced + " never decreasing");
            }
            kept = keptFrom[w];
        }
        edgeProducer.add(producer);
        edgeConsumer.add(consumer);
        edgeCapacity.add(capacity);
        edgeLag.add(lag);
        edgeLastNeeded.add(shared(edgeLastNeeded, lastNeeded));
        edgeKeptFrom.add(shared(edgeKeptFrom, keptFrom));
        return edgeCapacity.size() - 1;
    }

    public Model build() {
        return new Model(this);
    }

    boolean isLine(int resource) {
        return lineOf.get(resource) != NO_LINE;
    }

    boolean isExit(int line) {
        return exits.get(lineOf.get(line)) != 0;
    }

    int clockOf(int resource) {
        return resourceClock.get(resource);
    }

    void checkClock(int clock) {
        check("clock", clock, clocks.size());
    }

    void checkResources(int[] resources) {
        if (resources.length == 0) {
            throw new IllegalArgumentException("a step that holds no resource has no clock: use delay(clock, cycles)");
        }
        int[] sorted = resources.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            check("resource", sorted[i], resourceNames.size());
            if (isLine(sorted[i])) {
                throw new IllegalArgumentException(
                        "a step holds line " + resourceNames.get(sorted[i]) + ": only trains cross it");
            }
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException(
                        "a step holds resource " + resourceNames.get(sorted[i]) + " twice: name it once");
            }
        }
    }

    void checkLine(int resource) {
        check("resource", resource, resourceNames.size());
        if (!isLine(resource)) {
            throw new IllegalArgumentException(
                    "resource " + resourceNames.get(resource) + " is no line: trains cross lines alone");
        }
    }

    private static void check(String kind, int number, int size) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("no " + kind + " " + number + ": there are " + size);
        }
    }

    /** Copies of a layer often need the same windows: keeps the table once if it equals that of the edge before. */
    private static int[] shared(List<int[]> earlier, int[] table) {
        if (!earlier.isEmpty() && Arrays.equals(earlier.get(earlier.size() - 1), table)) {
            return earlier.get(earlier.size() - 1);
        }
        return table.clone();
    }
}
