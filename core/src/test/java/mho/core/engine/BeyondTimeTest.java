package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is too long, or too much, for a run says which layer and resource, and what to change. */
class BeyondTimeTest {
    private final ModelBuilder model = Model.builder();

    private int stage(String name, int windows, int resource, int cycles) {
        RecipeBuilder recipe = model.recipe();
        recipe.step(resource, cycles, cycles);
        return model.stage(name, windows, new int[] {recipe.build()}, 0);
    }

    private int resource(String name, long periodTicks, int servers, String setBy) {
        return model.resource(name, model.clock(Clock.ofPeriod(periodTicks)), servers, 0, setBy);
    }

    @Test
    void whatHasNoRoomInTimeIsNamed() {
        int slow = resource("tile[0].buffer", Clock.HORIZON / 2, 1, "tile.buffer.clock");
        stage("dense1", 1, slow, 3);
        assertThatThrownBy(() -> Engine.run(model.build(), 1, Watcher.NONE))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessage(
                        "simulated time runs beyond its end, 2^62 fs (77 minutes) in layer dense1; what takes longest is"
                                + " tile[0].buffer: make it faster (tile.buffer.clock), or ask for fewer images");
    }

    /** The last straw is not what takes the time. */
    @Test
    void whatTookTheTimeIsNamedAndNotWhatCameLast() {
        int slow = resource("tile[0].buffer", Clock.HORIZON - 5 >> 1, 1, "tile.buffer.clock");
        int fast = resource("tile[0].bus", 1, 1, "tile.bus.clock");
        int first = stage("conv1", 1, slow, 2);
        int second = stage("dense1", 1, fast, 10);
        model.edge(first, second, new int[] {0}, new int[] {0}, Model.UNBOUNDED);
        assertThatThrownBy(() -> Engine.run(model.build(), 1, Watcher.NONE))
                .hasMessageContaining(
                        "in layer dense1; what takes longest is tile[0].buffer: make it faster (tile.buffer.clock)");
    }

    /** Three ports, each busy to within time's end: 3 x 2^62 ticks have no room in a long. */
    @Test
    void portsThatAreBusyTogetherForLongerThanIsCountedAreNamed() {
        int wide = resource("tile[0].buffer", Clock.HORIZON / 2, 3, "tile.buffer.clock");
        stage("dense1", 3, wide, 2);
        assertThatThrownBy(() -> Engine.run(model.build(), 1, Watcher.NONE))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("tile[0].buffer: its 3 ports are busy for more than 2^63 fs (2.6 hours) together")
                .hasMessageContaining("(tile.buffer.clock)");
    }

    @Test
    void morePortsThanARunKeepsAreRefused() {
        resource("a", 1, ModelBuilder.MOST_SERVERS - 1, "a.banks");
        resource("b", 1, 1, "b.banks");
        assertThatThrownBy(() -> resource("c", 1, 65_536, "c.banks"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining(
                        "resource c, set by c.banks: with its 65536 ports the model has more than the 16777216");
    }

    @Test
    void stepsOfAnImageAreThoseOfAllItsWindows() {
        int bus = resource("bus", 1, 1, "bus.clock");
        RecipeBuilder two = model.recipe();
        int read = two.step(bus, 1, 1);
        two.after(two.step(bus, 1, 1), read);
        int both = two.build();
        RecipeBuilder one = model.recipe();
        one.step(bus, 1, 1);
        int single = one.build();
        model.stage("some of each", 3, new int[] {both, single, both}, 0);
        model.stage("all alike", 7, new int[] {both}, 0);
        assertThat(model.build().stepsPerImage()).isEqualTo(2 + 1 + 2 + 7 * 2);
        assertThat(Engine.run(model.build(), 1, Watcher.NONE).events()).isEqualTo(19);
    }
}
