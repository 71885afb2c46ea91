package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.chip.Mapping;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network of the zoo on every chip: it runs and the bounds hold, or it says what it needs and what would do. Pairs run side by side. */
@Execution(ExecutionMode.CONCURRENT)
final class ZooTest {
    /** Other names of vgg-3, and a layer like dadiannao-conv2 that takes half a minute on a chip without copies. */
    private static final Set<String> LEFT_OUT = Set.of("vgg16", "prime-vgg-d", "dadiannao-conv1");

    private static final Pattern REFUSAL = Pattern.compile(
            "the network needs \\d+ arrays; \\S+ has \\d+ chips? of \\d+ tiles with \\d+ arrays each(?: \\(tiles\\.\\S+\\)(?: and \\d+ tiles with \\d+ arrays each \\(tiles\\.\\S+\\))*)?: (\\d+) chips would do"
                    + " \\(--set chips=\\1\\)(; or state what a write takes, .*)?");

    /** Of a chip that stands alone, or hands voltages on. */
    private static final Pattern TOO_FEW_TILES = Pattern.compile(
            "the network needs \\d+ \\S+; \\S+ has \\d+ chips? of \\d+ tiles with \\d+ arrays each: (\\d+) tiles on one chip would do"
                    + " \\(--set tiles=\\1\\)(; or state what a write takes, .*)?");

    /** Circuits for perceptrons, which get room for what they are not made for. */
    private static final Map<String, List<String>> SMALL_CIRCUITS = Map.of(
            "nor-flash-perceptron", List.of("tiles=16", "tile.activation.count=256", "tile.buffer.size=32 KiB"),
            "reno", List.of("tiles=64"),
            "reno-digital", List.of("tiles=64"));

    private static final Pattern TOO_MANY_BLOCKS = Pattern.compile(
            "the weights of the network are \\d+ blocks of an array each, and all arrays of \\S+ keep \\d+: give weights that"
                    + " come in while it runs \\(.*\\), or (\\d+) chips \\(chips=\\1\\)");

    private static final Pattern SMALL_BUFFER = Pattern.compile(
            "layer \\S+ needs \\S+ \\S+ of buffer in one tile to run without deadlock; tile.buffer.size is \\S+ \\S+:"
                    + " give at least that"
                    + "|layer \\S+: results of \\d+ inputs that others still read take \\S+ \\S+ in one tile; .*"
                    + "|the weights of the network take \\S+ \\S+ in blocks, and the memory beside \\S+ holds .*"
                    + "|layer \\S+ hands \\d+ voltages on from one tile, .*"
                    + "|layer \\S+ is worked on in \\d+ rounds of weights, more than the \\d+ that are simulated: give .*");

    /** Chips of the same structure as another with other figures: large networks tell nothing more of them. */
    private static final Set<String> VARIANTS = Set.of(
            "albireo-aggressive",
            "albireo-moderate",
            "drisa-3t1c",
            "drisa-nor",
            "hermes-64-4phase",
            "ibm-generic",
            "pnpu-pim",
            "pnpu-pim-64");

    /** Pairs of many seconds, which tell nothing that others do not. */
    private static final Set<String> SLOW = Set.of("pnpu-co msra-1", "prime dadiannao-conv3");

    /** The usual run takes one pair of three, so that every chip has a third of the networks and every network a third of the chips. */
    private static final int TURNS = 3;

    static Stream<Arguments> small() {
        return allSmall().filter(pair -> isDrawn(pair));
    }

    static Stream<Arguments> smallLeft() {
        return allSmall().filter(pair -> !isDrawn(pair));
    }

    static Stream<Arguments> large() {
        return allLarge().filter(pair -> isDrawn(pair));
    }

    static Stream<Arguments> largeLeft() {
        return allLarge().filter(pair -> !isDrawn(pair));
    }

    private static Stream<Arguments> allSmall() {
        return pairs().filter(pair -> !isLarge(pair));
    }

    private static Stream<Arguments> allLarge() {
        return pairs().filter(ZooTest::isLarge).filter(pair -> !VARIANTS.contains(pair.get()[0]));
    }

    /** As diagonals of a board. */
    private static boolean isDrawn(Arguments pair) {
        int chip = List.copyOf(Chips.names()).indexOf(pair.get()[0]);
        int network = networks().toList().indexOf(pair.get()[1]);
        boolean slow = SLOW.contains(pair.get()[0] + " " + pair.get()[1]);
        return (chip + network) % TURNS == 0 && !slow;
    }

    private static Stream<Arguments> pairs() {
        return Chips.names().stream().flatMap(chip -> networks().map(network -> Arguments.of(chip, network)));
    }

    private static Stream<String> networks() {
        return Zoo.names().stream().filter(name -> !LEFT_OUT.contains(name));
    }

    /** Millions of events, or thousands of arrays. */
    private static boolean isLarge(Arguments pair) {
        String network = (String) pair.get()[1];
        return Stream.of("vgg", "msra", "deepface", "dadiannao-conv", "dadiannao-pool", "tpu-cnn1")
                .anyMatch(network::startsWith);
    }

    @ParameterizedTest
    @MethodSource("small")
    void a_small_network_runs_or_says_what_would_do(String chip, String network) {
        runOrRefuse(chip, network, true);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("smallLeft")
    void a_small_network_runs_on_the_other_chips(String chip, String network) {
        runOrRefuse(chip, network, true);
    }

    @ParameterizedTest
    @MethodSource("large")
    void a_large_network_runs_or_says_what_would_do(String chip, String network) {
        runOrRefuse(chip, network, false);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("largeLeft")
    void a_large_network_runs_on_the_other_chips(String chip, String network) {
        runOrRefuse(chip, network, false);
    }

    private static void runOrRefuse(String chip, String network, boolean keepsPromise) {
        Network loaded = Zoo.load(network);
        boolean fills = Given.chip(chip).mapping().copies() == Mapping.Copying.FILL;
        // of a large network, several ways to fill the arrays take minutes; small ones show them
        String[] settings = fills && !keepsPromise ? new String[] {"mapping.copies=balanced"} : new String[0];
        try {
            RunInvariants.hold(Given.run(Given.chip(chip, settings), loaded), network);
        } catch (ModelSaysNo refusal) {
            String said = String.valueOf(refusal.getMessage());
            Matcher alone = TOO_FEW_TILES.matcher(said);
            if (alone.matches()) {
                if (keepsPromise) {
                    RunInvariants.hold(onTiles(chip, alone.group(1), loaded), network + " on more");
                }
                return;
            }
            Matcher matcher =
                    (said.startsWith("the weights of the network are") ? TOO_MANY_BLOCKS : REFUSAL).matcher(said);
            boolean known = matcher.matches();
            assertThat(known
                            || SMALL_BUFFER
                                    .matcher(String.valueOf(refusal.getMessage()))
                                    .matches())
                    .as(refusal.getMessage())
                    .isTrue();
            if (known && keepsPromise) {
                RunInvariants.hold(onMore(chip, matcher.group(1), loaded), network + " on more");
            }
        }
    }

    /** Of large maps what tiles that are not full add is told by the refusal that follows. */
    private static RunResult onTiles(String chip, String tiles, Network network) {
        try {
            return Given.run(Given.chip(chip, roomy(chip, "tiles=" + tiles)), network);
        } catch (ModelSaysNo refusal) {
            Matcher more = TOO_FEW_TILES.matcher(String.valueOf(refusal.getMessage()));
            assertThat(more.matches()).as(refusal.getMessage()).isTrue();
            return Given.run(Given.chip(chip, roomy(chip, "tiles=" + more.group(1))), network);
        }
    }

    private static List<String> roomy(String chip, String setting) {
        return Stream.concat(SMALL_CIRCUITS.getOrDefault(chip, List.of()).stream(), Stream.of(setting))
                .toList();
    }

    /** Where a chip is a few tiles, of large maps what tiles that are not full add is told by the refusal that follows. */
    private static RunResult onMore(String chip, String chips, Network network) {
        try {
            return Given.run(Given.chip(chip, "chips=" + chips), network);
        } catch (ModelSaysNo refusal) {
            Matcher tiles = Pattern.compile("the network needs \\d+ tiles; .*: (\\d+) chips would do .*")
                    .matcher(String.valueOf(refusal.getMessage()));
            assertThat(tiles.matches()).as(refusal.getMessage()).isTrue();
            assertThat(Given.chip(chip).tiles()).as("tiles of " + chip).isLessThanOrEqualTo(4);
            return Given.run(Given.chip(chip, "chips=" + tiles.group(1)), network);
        }
    }

    @ParameterizedTest
    @MethodSource("copying")
    void a_network_in_the_middle_runs_however_its_layers_are_copied(String chip, String copies) {
        for (String network : List.of("lenet5", "prime-cnn-2", "mlp")) {
            ChipSpec roomy = Given.chip(chip, roomy(chip, "mapping.copies=" + copies));
            RunInvariants.hold(Given.run(roomy, Zoo.load(network), 3), copies);
        }
    }

    static Stream<Arguments> copying() {
        return Chips.names().stream()
                .flatMap(chip -> Stream.of("one", "balanced", "fill").map(copies -> Arguments.of(chip, copies)));
    }
}
