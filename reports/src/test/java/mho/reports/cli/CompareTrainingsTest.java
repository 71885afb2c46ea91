package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings held against one another. */
class CompareTrainingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    static Path folder;

    @TempDir
    private Path own = Path.of("");

    @BeforeAll
    static void train() {
        train("a", "--epochs", "2");
        train("b", "--epochs", "3", "--rate", "0.02");
        CommandRun.mho("run", "--network", "mlp", "--out", at("run"));
    }

    private static void train(String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "train",
                "--network",
                "mlp",
                "--data",
                "fashion-mnist-1000",
                "--images",
                "60",
                "--tests",
                "40",
                "--no-page",
                "--out",
                at(name)));
        words.addAll(Arrays.asList(more));
        assertThat(CommandRun.mho(words.toArray(String[]::new)).code()).isZero();
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void settings_epochs_and_the_end_stand_beside_the_base() throws IOException {
        CommandRun compared = CommandRun.mho("compare", at("a"), at("b"));
        assertThat(compared.err()).isEmpty();
        assertThat(compared.out())
                .contains("A (base)", "mlp, 2 epochs", "mlp, 3 epochs")
                .containsPattern("training.rate.rate +0.01 +0.02")
                .containsPattern("training.epochs +2 +3")
                .contains("loss of epoch", "test accuracy of epoch", "energy of epoch");
    }

    @Test
    void json_has_the_figures_of_the_files_and_their_ratios() throws IOException {
        JsonNode compared =
                json(CommandRun.mho("compare", at("a"), at("b"), "--json").out());
        JsonNode a = json(Files.readString(folder.resolve("a/training.json")));
        JsonNode b = json(Files.readString(folder.resolve("b/training.json")));
        JsonNode energy = total(compared, "energy_j");
        assertThat(energy.at("/values/1").asDouble())
                .isEqualTo(b.get("energy_j").asDouble());
        assertThat(energy.at("/ratios/1").asDouble())
                .isCloseTo(b.get("energy_j").asDouble() / a.get("energy_j").asDouble(), within(1e-12));
        JsonNode loss = compared.at("/epochs/1/figures/0");
        assertThat(loss.get("metric").asText()).isEqualTo("loss");
        assertThat(loss.at("/values/0").asDouble())
                .isEqualTo(a.at("/epochs/1/loss").asDouble());
        assertThat(compared.at("/epochs/2/figures/0/values/0").isNull())
                .as("a had ended")
                .isTrue();
        assertThat(compared.at("/epochs/2/figures/0/ratios/1").isNull()).isTrue();
    }

    private static JsonNode total(JsonNode compared, String metric) {
        for (JsonNode total : compared.get("totals")) {
            if (total.get("metric").asText().equals(metric)) {
                return total;
            }
        }
        throw new IllegalArgumentException("no total " + metric);
    }

    @Test
    void csv_has_a_line_for_each_setting_total_and_epoch() {
        String csv = CommandRun.mho("compare", at("a"), at("b"), "--csv").out();
        assertThat(csv)
                .startsWith("of,name,figure,run,base,value,ratio,by\n")
                .contains("setting,training.epochs,," + at("b") + ",2,3,,")
                .containsPattern("total,,energy_j,")
                .containsPattern("epoch,3,loss,[^,]*,,[0-9.]+,,");
    }

    @Test
    void a_bound_on_a_ratio_fails_the_command() {
        assertThat(CommandRun.mho("compare", at("a"), at("b"), "--fail-if", "time_s > 1.4")
                        .code())
                .isEqualTo(1);
        assertThat(CommandRun.mho("compare", at("a"), at("b"), "--fail-if", "time_s > 1.6")
                        .code())
                .isZero();
    }

    @Test
    void a_training_beside_a_run_is_refused_with_a_sentence() {
        CommandRun mixed = CommandRun.mho("compare", at("a"), at("run"));
        assertThat(mixed.code()).isEqualTo(2);
        assertThat(mixed.err())
                .isEqualTo(at("run") + " is no training, and " + at("a")
                        + " is one: runs are compared with runs, and trainings with trainings\n");
        assertThat(CommandRun.mho("compare", at("run"), at("a")).err()).isEqualTo(mixed.err());
        assertThat(CommandRun.mho("compare", at("a"), at("b"), "--html", at("x.html"))
                        .err())
                .contains("pages compare runs");
    }

    @Test
    void an_altered_training_is_refused() throws IOException {
        for (String file : List.of("training.json", "config.yaml")) {
            Files.writeString(
                    own.resolve(file), Files.readString(folder.resolve("b").resolve(file)));
        }
        Path json = own.resolve("training.json");
        String whole = Files.readString(json);
        Files.writeString(json, whole.replaceFirst("\"epoch\" : 2", "\"epoch\" : 4"));
        assertThat(CommandRun.mho("compare", at("a"), own.toString()).err()).contains("altered since it was written");
        Files.writeString(json, whole.substring(0, whole.length() / 2));
        assertThat(CommandRun.mho("compare", at("a"), own.toString()).err()).contains("cut short");
        Files.writeString(json, whole);
        Files.writeString(own.resolve("config.yaml"), "network: mlp\n");
        assertThat(CommandRun.mho("compare", at("a"), own.toString()).err())
                .contains("is not what training.json was made from");
        Files.delete(json);
        assertThat(CommandRun.mho("compare", own.toString(), own.toString()).code())
                .isEqualTo(2);
    }
}
