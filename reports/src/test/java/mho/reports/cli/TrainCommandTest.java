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
        for (String file : List.of("config.yaml", "training.json", "epochs.csv")) {
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
        List<String> whole = Files.readAllLines(own.resolve("whole/epochs.csv"));
        List<String> rest = Files.readAllLines(own.resolve("rest/epochs.csv"));
        assertThat(rest.subList(1, 3)).isEqualTo(whole.subList(3, 5));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs 0                                      | epochs: must be above 0",
                "--rate -1                                       | must be above 0",
                "--rate {kind: fast}                             | training.rate",
                "--loss foo                                      | expected one of cross-entropy, squared",
                "--images 0                                      | at least 1",
                "--chip isaac-ce                                 | do not learn",
                "--chip k80                                      | reference machine",
                "--set tile.core.learning.devices=[ideal]        | says nothing of learning",
                "--set tile.core.learning.scheme={kind: psychic} | psychic",
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
