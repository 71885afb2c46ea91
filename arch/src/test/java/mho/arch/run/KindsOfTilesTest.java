package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.chip.Inventory;
import mho.arch.chip.Mesh;
import mho.arch.element.Component;
import mho.arch.element.TilePath;
import mho.arch.plan.Stage;
import mho.core.cost.Action;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chips with several kinds of tiles: each is what it would be alone, and together they are neither more nor less. */
class KindsOfTilesTest {
    private static final List<String> FRONT =
            List.of("conv: {name: c1, out: 40, kernel: 5, activation: relu}", "pool: {name: p1, kind: max, kernel: 2}");
    private static final List<String> BACK =
            List.of("dense: {name: d1, out: 300, activation: relu}", "dense: {name: d2, out: 10}");

    private static Network whole() {
        List<String> layers = new ArrayList<>(FRONT);
        layers.addAll(BACK);
        return Given.network("3, 20, 20", layers.toArray(String[]::new));
    }

    private static Network front() {
        return Given.network("3, 20, 20", FRONT.toArray(String[]::new));
    }

    private static Network back() {
        return Given.network("40, 8, 8", BACK.toArray(String[]::new));
    }

    /** A chip whose only tiles are named is the chip that it was. */
    @ParameterizedTest
    @ValueSource(strings = {"analog-256", "isaac-ce", "hermes-64-1phase", "hermes-64-4phase"})
    void one_kind_with_a_name_is_the_chip_without(String name) {
        Chips.Loaded plain = Chips.load(name, List.of(Setting.parse("chips=16")));
        ChipSpec named = named(plain);
        TilePath path = TilePath.ofKind("all");
        List<Component> parts = plain.inventory().components();
        List<Component> others = inventory(named);
        assertThat(others).hasSameSizeAs(parts);
        for (int p = 0; p < parts.size(); p++) {
            assertThat(others.get(p).path()).isEqualTo(path.in(parts.get(p).path()));
            assertThat(others.get(p).chipPowerW()).isEqualTo(parts.get(p).chipPowerW());
            assertThat(others.get(p).chipPowerAtFullRateW())
                    .isEqualTo(parts.get(p).chipPowerAtFullRateW());
            assertThat(others.get(p).chipAreaM2()).isEqualTo(parts.get(p).chipAreaM2());
        }
        assertThat(named.peakOpsPerSecond()).isEqualTo(plain.spec().peakOpsPerSecond());
        RunResult one = Given.run(plain.spec(), whole(), 6);
        RunResult other = Given.run(named, whole(), 6);
        for (int image = 0; image < 6; image++) {
            assertThat(other.timeline().finish(image)).isEqualTo(one.timeline().finish(image));
        }
        for (Stage stage : one.placement().pipeline().stages()) {
            for (Action action : one.inventory().actions()) {
                assertThat(other.perImage(stage.id(), path.in(action)))
                        .as("%s of %s", action, stage.node().name())
                        .isEqualTo(one.perImage(stage.id(), action));
            }
        }
        assertThat(RunInvariants.energyJ(other)).isEqualTo(RunInvariants.energyJ(one));
    }

    private static List<Component> inventory(ChipSpec chip) {
        return Inventory.of(chip).components();
    }

    private static ChipSpec named(Chips.Loaded chip) {
        MapNode tree = chip.tree();
        Mark mark = tree.mark();
        MapNode tile = (MapNode) Objects.requireNonNull(tree.get("tile"));
        ScalarNode count = (ScalarNode) Objects.requireNonNull(tree.get("tiles"));
        MapNode kinds = MapNode.empty(mark).put("all", tile.put("count", count));
        return Chips.bind(tree.without("tile").put("tiles", kinds)).spec();
    }

    /** Each layer stands in tiles that do it; pooling stays with the convolution before it. */
    @Test
    void layers_stand_in_tiles_that_do_them() {
        ChipSpec chip = Given.chip("hybrid-256");
        RunResult run = Given.run(chip, whole(), 3);
        for (Stage stage : run.placement().pipeline().stages()) {
            if (!stage.isInput()) {
                String kind = stage.node().name().startsWith("d") ? "analog" : "digital";
                assertThat(kindsOf(chip, run, stage)).as(stage.node().name()).containsExactly(kind);
            }
        }
        RunInvariants.hold(run, "kinds");
    }

    /** Digital layers that a kind lists go there, into a tile of their own. */
    @Test
    void digital_work_goes_to_the_kind_that_lists_it() {
        ChipSpec chip = Given.chip("hybrid-256", "tiles.analog.does=[dense, max-pool]");
        RunResult run = Given.run(chip, whole(), 3);
        Stage pool = run.placement().pipeline().stages().get(2);
        assertThat(kindsOf(chip, run, pool)).containsExactly("analog");
        RunInvariants.hold(run, "a pool apart");
    }

    private static Set<String> kindsOf(ChipSpec chip, RunResult run, Stage stage) {
        Set<String> kinds = new LinkedHashSet<>();
        for (int tile : run.placement().seats().get(stage.id()).allTiles()) {
            for (ChipFace face : chip.faces()) {
                int place = tile % chip.tiles() - face.first();
                if (place >= 0 && place < face.chip().tiles()) {
                    kinds.add(face.name());
                }
            }
        }
        return kinds;
    }

    /**
     * The slower of the two parts sets the pace: the digital one where its clock is slow, the analog one where its drivers are. What keeps the
     * busiest resource busy is the same to the tick; ends of inputs jitter by the switches of the mesh.
     */
    @ParameterizedTest
    @CsvSource({"tiles.digital.core.clock=20 MHz, true", "tiles.analog.core.driver.unit=1 us, false"})
    void the_interval_is_that_of_the_slower_part(String slower, boolean digitalIsSlower) {
        ChipSpec chip = Given.chip("hybrid-256", slower);
        RunResult front = Given.run(chip, front(), 40);
        RunResult back = Given.run(chip, back(), 40);
        RunResult whole = Given.run(chip, whole(), 40);
        assertThat(front.pace().intervalTicks() > back.pace().intervalTicks()).isEqualTo(digitalIsSlower);
        assertThat(bound(whole)).isEqualTo(Math.max(bound(front), bound(back)));
        double interval = Math.max(front.pace().intervalTicks(), back.pace().intervalTicks());
        assertThat(whole.pace().intervalTicks()).isCloseTo(interval, within(1e-4 * interval));
    }

    private static double bound(RunResult run) {
        return Pace.boundTicks(run.timeline(), run.program().model());
    }

    /**
     * Every layer does what it does in its part's own run, action by action, mesh and link included. Only what is handed on differs: the
     * last layer of the first part sends it over the mesh into the second's buffers, and not into its own; the network's inputs of the
     * second part are gone.
     */
    @Test
    void the_energy_is_the_sum_of_the_parts() {
        ChipSpec chip = Given.chip("hybrid-256");
        RunResult all = Given.run(chip, whole(), 3);
        RunResult front = Given.run(chip, front(), 3);
        RunResult back = Given.run(chip, back(), 3);
        double handedOn = 0;
        for (Action action : all.inventory().actions()) {
            for (String layer : List.of("input", "c1")) {
                assertThat(count(all, layer, action))
                        .as("%s, %s", layer, action)
                        .isEqualTo(count(front, layer, action));
            }
            for (String layer : List.of("d1", "d2")) {
                assertThat(count(all, layer, action))
                        .as("%s, %s", layer, action)
                        .isEqualTo(count(back, layer, action));
            }
            double more = count(all, "p1", action) - count(front, "p1", action);
            if (!HANDING_ON.contains(action)) {
                assertThat(more).as("p1, %s", action).isZero();
            }
            handedOn += (more - count(back, "input", action))
                    * all.inventory().price(action).joules();
        }
        double parts = RunInvariants.energyJ(front) + RunInvariants.energyJ(back);
        assertThat(RunInvariants.energyJ(all)).isCloseTo(parts + handedOn, within(1e-12 * parts));
        Action own = new Action("tiles.digital.buffer", "write access");
        assertThat(count(front, "p1", own)).isEqualTo(64 * Math.ceil(40 * 8 / 256.0));
        assertThat(count(all, "p1", own)).isZero();
        Action theirs = new Action("tiles.analog.buffer", "write access");
        assertThat(count(all, "p1", theirs)).isGreaterThanOrEqualTo(count(back, "input", theirs));
    }

    /** What handing on takes. */
    private static final List<Action> HANDING_ON = List.of(
            Mesh.HOP,
            new Action("tiles.digital.buffer", "write access"),
            new Action("tiles.analog.buffer", "write access"));

    private static double count(RunResult run, String layer, Action action) {
        return run.placement().pipeline().stages().stream()
                .filter(stage -> stage.node().name().equals(layer))
                .mapToDouble(stage -> run.perImage(stage.id(), action))
                .sum();
    }

    /** A figure of one kind follows what it was stated for as that of a chip with no other kind. */
    @ParameterizedTest
    @ValueSource(strings = {"core.adc.bits=7", "core.array.columns=128", "bus.width=256 bit", "cores=2"})
    void figures_follow_as_they_do_alone(String change) {
        ChipSpec plain = Given.chip("analog-256", "tile." + change);
        ChipSpec mixed = Given.chip("hybrid-256", "tiles.analog." + change);
        ChipSpec usual = Given.chip("hybrid-256");
        TilePath path = TilePath.ofKind("analog");
        for (Component part : inventory(mixed)) {
            boolean analog = path.has(part.path());
            Component like = component(analog ? plain : usual, analog ? path.outOf(part.path()) : part.path());
            assertThat(part.figures().energyJ())
                    .as(part.path())
                    .isEqualTo(like.figures().energyJ());
            assertThat(part.figures().areaM2())
                    .as(part.path())
                    .isEqualTo(like.figures().areaM2());
        }
    }

    private static Component component(ChipSpec chip, String path) {
        return Inventory.of(chip).component(path);
    }

    /** A list of kinds is a mapping by their names. */
    @Test
    void kinds_may_be_a_list() {
        MapNode tree = Chips.load("hybrid-256", List.of()).tree();
        MapNode kinds = (MapNode) Objects.requireNonNull(tree.get("tiles"));
        List<YamlNode> items = new ArrayList<>();
        for (String name : kinds.keys()) {
            MapNode kind = (MapNode) Objects.requireNonNull(kinds.get(name));
            items.add(kind.put("name", new ScalarNode(kind.mark(), name, false)));
        }
        MapNode listed = tree.put("tiles", new ListNode(tree.mark(), items));
        assertThat(Chips.bind(listed).spec()).isEqualTo(Given.chip("hybrid-256"));
    }

    @Test
    void a_layer_that_no_kind_does_is_refused() {
        ChipSpec chip = Given.chip("hybrid-256", "tiles.analog.does=[lstm]");
        assertThatThrownBy(() -> Given.run(chip, whole()))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessage(
                        "layer d1 is a dense, which no kind of tiles does: let one do it (tiles.analog.does=[lstm, dense])");
    }

    @Test
    void layers_do_not_take_turns_on_several_kinds() {
        for (String setting : List.of("mapping.batch=2", "mapping.schedule=sequential")) {
            ChipSpec chip = Given.chip("hybrid-256", setting);
            assertThatThrownBy(() -> Given.run(chip, whole()))
                    .isInstanceOf(ModelSaysNo.class)
                    .hasMessageContaining("hybrid-256 has several (tiles.digital, tiles.analog)");
        }
    }

    /** What is too large is told with what each kind has. */
    @Test
    void what_does_not_fit_is_told_by_kinds() {
        ChipSpec chip = Given.chip("hybrid-256", "chips=1", "tiles.analog.count=1");
        assertThatThrownBy(() -> Given.run(chip, whole()))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("80 tiles with 4 arrays each (tiles.digital)")
                .hasMessageContaining("1 tiles with 4 arrays each (tiles.analog)")
                .hasMessageContaining("9 chips would do (--set chips=9)");
        assertThat(Given.run(Given.chip("hybrid-256", "chips=9", "tiles.analog.count=1"), whole())
                        .placement()
                        .chips())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tile.cores=4|tile: is that of a chip with one kind of tiles, and this one has several: say which (tiles.digital, tiles.analog), or take tile away (tile=null)",
                "tiles={}|tiles: names no kind of tiles",
                "tiles.digital.does=[cnv]|tiles.digital.does: no layer is called \"cnv\", did you mean \"conv\"?",
                "tiles.digital.does=[]|tiles.digital.does: lists no layer",
                "tiles.digital.count=0|tiles.digital.count: must be above 0",
                "tiles.digital.core.holds=weights|tiles.digital.core.fold-rows: units that hold weights have those of one turn",
                "tiles.digital.core.memory.size=1 KiB|tiles.digital.core.memory.size: holds less than the 524288 bits of a block of 256 x 256 weights",
                "tiles.analog.core.array.rows=2000000|tiles.analog.core.array.rows: must be at most",
                "tiles.analog.buffer.width=2 Mbit|tiles.analog.buffer.width: an access moves 2000000 bits",
                "tiles.analog.core.array.device=nonsense|tiles.analog.core.array",
                "tiles=4|missing key \"tile\"",
            })
    void what_is_wrong_is_told_at_its_place(String setting, String message) {
        assertThatThrownBy(() -> Given.chip("hybrid-256", setting))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_name_that_no_path_can_have_is_refused() {
        MapNode tree = Chips.load("hybrid-256", List.of()).tree();
        MapNode kinds = (MapNode) Objects.requireNonNull(tree.get("tiles"));
        MapNode odd = kinds.put("A b", Objects.requireNonNull(kinds.get("analog")));
        assertThatThrownBy(() -> Chips.bind(tree.put("tiles", odd)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a kind of tiles cannot be called \"A b\"");
    }
}
