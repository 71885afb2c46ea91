package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings from the command line, on pictures of two kinds that are made here. */
class TrainCommandTest {
    private static final int SIDE = 6;
    private static final String COUNTED = "tile.core.learning.scheme={kind: counted}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    static Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path own;

    @BeforeAll
    static void makeData() throws IOException {
        pictures("train", 400, 1);
        pictures("t10k", 100, 2);
        Files.writeString(
                folder.resolve("net.yaml"),
                "network: stripes\nabout: two kinds of stripes\nsource: made for tests\ninput: [1, 6, 6]\nlayers:\n"
                        + "  - dense: {name: hidden, out: 12, activation: sigmoid}\n  - dense: {name: out, out: 2}\n");
    }

    /** Bright rows or bright columns, and noise. */
    private static void pictures(String name, int count, long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(images);
        to.writeInt(0x803);
        to.writeInt(count);
        to.writeInt(SIDE);
        to.writeInt(SIDE);
        DataOutputStream told = new DataOutputStream(labels);
        told.writeInt(0x801);
        told.writeInt(count);
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(2);
            int line = random.nextInt(SIDE);
            told.writeByte(label);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    boolean bright = (label == 0 ? y : x) == line;
                    to.writeByte((bright ? 200 : 20) + random.nextInt(40));
                }
            }
        }
        Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.toByteArray());
        Files.write(folder.resolve(name + "-labels-idx1-ubyte"), labels.toByteArray());
    }

    private static CommandRun train(Path out, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "train",
                "--network",
                folder.resolve("net.yaml").toString(),
                "--data",
                folder.toString(),
                "--out",
                out.toString()));
        all.addAll(Arrays.asList(more));
        if (!all.contains("--rate")) {
            all.addAll(List.of("--rate", "0.1"));
        }
        return CommandRun.mho(all.toArray(String[]::new));
    }

    private static JsonNode json(Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve("training.json").toFile());
    }

    private static double last(JsonNode training, String field) {
        JsonNode epochs = training.get("epochs");
        return epochs.get(epochs.size() - 1).get(field).asDouble();
    }

    @Test
    void a_network_learns_in_cells_nearly_as_well_as_in_floating_point() throws IOException {
        assertThat(train(own.resolve("cells"), "--epochs", "12").code()).isZero();
        assertThat(train(own.resolve("ideal"), "--epochs", "12", "--ideal").code())
                .isZero();
        double ideal = last(json(own.resolve("ideal")), "test_accuracy");
        assertThat(ideal).isGreaterThan(0.95);
        assertThat(last(json(own.resolve("cells")), "test_accuracy")).isGreaterThan(ideal - 0.1);
    }

    /** LeNet as it was trained elsewhere knows 9 of 10 pictures before it learns anything here; with weights that are drawn, 1 of 10. */
    @Test
    void a_training_goes_on_from_the_weights_of_its_network() throws IOException {
        int runs = 0;
        for (String kind : List.of("own", "xavier", "{kind: uniform, bound: 0.05}")) {
            Path out = own.resolve("run" + runs++);
            CommandRun run = CommandRun.mho(
                    "train",
                    "--network",
                    "fmnist-lenet",
                    "--data",
                    "fashion-mnist-1000",
                    "--images=10",
                    "--tests=100",
                    "--rate=1e-6",
                    "--ideal",
                    "--initialisation=" + kind,
                    "--out=" + out);
            assertThat(run.code()).as(run.err()).isZero();
            double accuracy = last(json(out), "test_accuracy");
            if (kind.equals("own")) {
                assertThat(accuracy).isGreaterThan(0.8);
            } else {
                assertThat(accuracy).as(kind).isLessThan(0.4);
            }
        }
    }

    @Test
    void a_network_without_weights_has_none_to_go_on_from() {
        CommandRun run = train(own.resolve("run"), "--initialisation", "own");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("hidden", "out", "it has no weights to begin with; draw some");
    }

    @Test
    void pictures_are_cut_to_their_middle_and_made_black_and_white() throws IOException {
        Path net = Files.writeString(
                own.resolve("net.yaml"),
                "network: middle\nabout: the middle of stripes\nsource: made for tests\ninput: 16\nlayers:\n"
                        + "  - dense: {name: hidden, out: 12, activation: sigmoid}\n  - dense: {name: out, out: 2}\n");
        CommandRun run = CommandRun.mho(
                "train",
                "--network=" + net,
                "--data={data: " + folder + ", crop: [4, 4], threshold: 0.5}",
                "--rate=0.1",
                "--epochs=3",
                "--out=" + own.resolve("run"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(json(own.resolve("run"))
                        .get("epochs")
                        .get(0)
                        .get("layers")
                        .get(0)
                        .get("mean_input")
                        .asDouble())
                .isBetween(0.1, 0.3); // a line of four, and none where it is of the rim
        assertThat(Files.readString(own.resolve("run/config.yaml"))).contains("crop");
        CommandRun large = CommandRun.mho("train", "--network=" + net, "--data={data: " + folder + ", crop: [9, 4]}");
        assertThat(large.err()).contains("have no middle of 9 x 4");
    }

    @Test
    void equal_questions_have_equal_bytes_also_from_their_config() throws IOException {
        train(own.resolve("a"), "--epochs", "2");
        train(own.resolve("b"), "--epochs", "2");
        CommandRun again = CommandRun.mho(
                "train",
                "--config",
                own.resolve("a/config.yaml").toString(),
                "--out",
                own.resolve("c").toString());
        assertThat(again.code()).isZero();
        for (String file : List.of("config.yaml", "training.json", "epochs.csv", "training.html")) {
            String one = Files.readString(own.resolve("a").resolve(file));
            assertThat(Files.readString(own.resolve("b").resolve(file))).isEqualTo(one);
            assertThat(Files.readString(own.resolve("c").resolve(file))).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpu-gokmen-vlasov", "reram-sb", "capacitor-rpu", "ecram-li"})
    void what_goes_on_from_a_checkpoint_ends_as_what_never_stopped(String device) throws IOException {
        String set = "tile.core.learning.devices=[" + device + "]";
        String state = own.resolve("state.npz").toString();
        train(own.resolve("whole"), "--epochs", "4", "--set", set);
        train(own.resolve("half"), "--epochs", "2", "--set", set, "--checkpoint", state);
        assertThat(train(own.resolve("rest"), "--epochs", "4", "--set", set, "--checkpoint", state)
                        .code())
                .isZero();
        for (String file : List.of("config.yaml", "training.json", "epochs.csv", "training.html")) {
            assertThat(own.resolve("rest").resolve(file))
                    .hasSameBinaryContentAs(own.resolve("whole").resolve(file));
        }
    }

    @Test
    void a_checkpoint_of_all_epochs_tells_them_again_and_computes_none() throws IOException {
        String state = own.resolve("state.npz").toString();
        train(own.resolve("first"), "--epochs", "2", "--checkpoint", state);
        byte[] before = Files.readAllBytes(own.resolve("state.npz"));
        train(own.resolve("again"), "--epochs", "2", "--checkpoint", state);
        assertThat(own.resolve("again/training.json")).hasSameBinaryContentAs(own.resolve("first/training.json"));
        assertThat(Files.readAllBytes(own.resolve("state.npz"))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs | 1  | 2 epochs are over, and 1 were asked for",
                "--tests  | 50 | tested on 100 other inputs (here 50)",
                "--rate   | 1  | is the checkpoint of another training",
                "--layer-rates | {hidden: 2} | is the checkpoint of another training",
                "--set    | mapping.updates=stale | is the checkpoint of another training",
            })
    void a_checkpoint_of_something_else_is_refused(String option, String value, String told) {
        String state = own.resolve("state.npz").toString();
        train(own.resolve("first"), "--epochs", "2", "--checkpoint", state);
        CommandRun other = option.equals("--epochs")
                ? train(own.resolve("other"), option, value, "--checkpoint", state)
                : train(own.resolve("other"), "--epochs", "3", option, value, "--checkpoint", state);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains(told);
    }

    @Test
    void the_page_is_left_out_where_nobody_wants_it() {
        train(own.resolve("with"));
        train(own.resolve("without"), "--no-page");
        assertThat(own.resolve("with/training.html")).isNotEmptyFile();
        assertThat(own.resolve("without"))
                .isDirectoryNotContaining("glob:**.html")
                .isNotEmptyDirectory();
    }

    /** Counts are rounded to whole pulses: what is below half a step is lost, by the law of the rule and not by chance. */
    @Test
    void steps_that_are_lost_are_told_with_their_layer() throws IOException {
        CommandRun small = pictures("small", "--set", COUNTED, "--rate", "0.01");
        assertThat(small.out())
                .containsPattern("note: \\d+ % of what was asked of dense1 in the last epoch became no\\s+pulse");
        assertThat(last(json(own.resolve("small")), "layers", "lost")).isGreaterThan(0.5);
        CommandRun none = pictures("none", "--set", COUNTED, "--rate", "1e-6");
        assertThat(none.out()).contains("no cell of dense1 took a pulse in the last epoch");
        CommandRun large = pictures("large", "--set", COUNTED, "--rate", "0.5");
        assertThat(large.out()).doesNotContain("note:");
        CommandRun drawn = pictures("drawn", "--rate", "0.01");
        assertThat(drawn.out()).as("chance loses nothing on average").doesNotContain("note:");
        assertThat(last(json(own.resolve("drawn")), "layers", "lost")).isLessThan(0.1);
    }

    private CommandRun pictures(String out, String... more) {
        List<String> all = new ArrayList<>(List.of("train", "--network", "mlp", "--data", "fashion-mnist-1000"));
        all.addAll(List.of("--images", "100", "--tests", "20", "--no-page"));
        all.addAll(List.of("--out", own.resolve(out).toString()));
        all.addAll(Arrays.asList(more));
        return CommandRun.mho(all.toArray(String[]::new));
    }

    private static double last(JsonNode training, String list, String field) {
        JsonNode epochs = training.get("epochs");
        return epochs.get(epochs.size() - 1).get(list).get(0).get(field).asDouble();
    }

    /** Whatever becomes of them, cells and weights are all there. */
    @Test
    void distributions_count_every_weight_and_every_cell() throws IOException {
        train(own.resolve("run"), "--epochs", "3");
        JsonNode hidden = json(own.resolve("run")).get("distributions").get(0);
        assertThat(hidden.get("layer").asText()).isEqualTo("hidden");
        for (String field : List.of("weights_before", "weights_after", "cells_before", "cells_after")) {
            assertThat(sum(hidden.get(field))).as(field).isEqualTo(37 * 12);
        }
        assertThat(hidden.get("weights_after")).isNotEqualTo(hidden.get("weights_before"));
        assertThat(hidden.get("cells_after")).isNotEqualTo(hidden.get("cells_before"));
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }

    /** A device is changed without a file of its own: key by key, or by another law. */
    @Test
    void what_a_pulse_does_is_set_without_a_device_file() throws IOException {
        String update = "tile.core.learning.update.";
        train(own.resolve("as-it-is"));
        train(own.resolve("coarse"), "--set", update + "step=0.05");
        train(own.resolve("other"), "--set", "tile.core.learning.update={kind: constant-step, step: 0.05}");
        double coarse = last(json(own.resolve("coarse")), "cell_pulses");
        assertThat(coarse).isLessThan(last(json(own.resolve("as-it-is")), "cell_pulses") / 5);
        assertThat(last(json(own.resolve("other")), "cell_pulses")).isLessThan(2 * coarse);
    }

    /** Pulses are counted where they happen: fewer of them cost less, and take no longer. */
    @Test
    void smaller_steps_fire_less_and_cost_less() throws IOException {
        train(own.resolve("large"));
        train(own.resolve("small"), "--rate", "0.0005");
        JsonNode large = json(own.resolve("large")).get("epochs").get(0);
        JsonNode small = json(own.resolve("small")).get("epochs").get(0);
        assertThat(small.get("cell_pulses").asLong())
                .isLessThan(large.get("cell_pulses").asLong() / 20);
        assertThat(energy(small, "update")).isLessThan(energy(large, "update"));
        assertThat(energy(small, "forward")).isEqualTo(energy(large, "forward"));
        assertThat(small.get("time_s").asDouble())
                .isLessThanOrEqualTo(large.get("time_s").asDouble());
    }

    /** The price of what was counted, beside a pencil. */
    @Test
    void the_energy_of_updates_is_that_of_their_pulses() throws IOException {
        train(own.resolve("run"));
        train(
                own.resolve("free"),
                "--set",
                "tile.core.learning.energy=0 J",
                "--set",
                "tile.core.learning.cell-energy=0 J");
        JsonNode epoch = json(own.resolve("run")).get("epochs").get(0);
        JsonNode free = json(own.resolve("free")).get("epochs").get(0);
        double pulses = 0;
        for (JsonNode layer : epoch.get("layers")) {
            pulses += layer.get("line_pulses").asLong() * 51.2e-15
                    + layer.get("cell_pulses").asLong() * 5e-15;
        }
        double difference = energy(epoch, "update") - energy(free, "update");
        assertThat(difference).isCloseTo(pulses, org.assertj.core.data.Percentage.withPercentage(1e-6));
    }

    private static double energy(JsonNode epoch, String phase) {
        for (JsonNode each : epoch.get("phases")) {
            if (each.get("phase").asText().equals(phase)) {
                return each.get("energy_j").asDouble();
            }
        }
        throw new IllegalArgumentException("no phase " + phase);
    }

    /** Of 8 inputs together the chip takes less time for each, and weights change once for all. */
    @Test
    void a_batch_is_one_of_the_chip_as_well() throws IOException {
        train(own.resolve("one"));
        train(own.resolve("eight"), "--batch", "8");
        train(own.resolve("chip"), "--set", "mapping.batch=8");
        assertThat(last(json(own.resolve("eight")), "time_s"))
                .isLessThan(0.8 * last(json(own.resolve("one")), "time_s"));
        assertThat(json(own.resolve("chip")).get("epochs"))
                .isEqualTo(json(own.resolve("eight")).get("epochs"));
        CommandRun both = train(own.resolve("both"), "--batch", "4", "--set", "mapping.batch=8");
        assertThat(both.code()).isNotZero();
        assertThat(both.err()).contains("the chip learns in batches of 8, and --batch asks for 4");
    }

    @Test
    void weights_that_are_behind_learn_something_else_in_less_time() throws IOException {
        train(own.resolve("waited"));
        train(own.resolve("stale"), "--set", "mapping.updates=stale");
        assertThat(last(json(own.resolve("stale")), "time_s")).isLessThan(last(json(own.resolve("waited")), "time_s"));
        assertThat(last(json(own.resolve("stale")), "loss")).isNotEqualTo(last(json(own.resolve("waited")), "loss"));
        CommandRun batches = train(own.resolve("batches"), "--batch", "4", "--set", "mapping.updates=stale");
        assertThat(batches.err()).contains("stale weights are learnt example by example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs 0                                      | epochs: must be at least 1",
                "--rate -1                                       | must be above 0",
                "--rate {kind: fast}                             | rate",
                "--initialisation guessed                        | guessed",
                "--loss foo                                      | expected one of cross-entropy, squared",
                "--images 0                                      | at least 1",
                "--chip isaac-ce                                 | do not learn",
                "--chip k80                                      | reference machine",
                "--set tile.core.learning.devices=[ideal]        | says nothing of learning",
                "--set tile.core.learning.scheme={kind: psychic} | psychic",
                "--set tile.core.learning.update.stp=0.1         | did you mean \"step\"",
                "--layer-rates {dense9: 2}                       | layer-rates names dense9, and the layers that learn are hidden, out",
                "--layer-rates {hidden: -2}                      | layer-rates.hidden: must be at least 0",
            })
    void what_cannot_be_is_told_in_a_line(String options, String told) {
        int space = options.indexOf(' ');
        CommandRun run = train(own.resolve("run"), options.substring(0, space), options.substring(space + 1));
        assertThat(run.code()).isBetween(1, 2);
        assertThat(run.err()).contains(told.strip()).doesNotContain("Exception");
        assertThat(run.err().lines().count()).isEqualTo(1);
        assertThat(own.resolve("run")).doesNotExist();
    }
}
