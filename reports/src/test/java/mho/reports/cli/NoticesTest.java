package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.core.arithmetic.FusedMultiplyAdd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the processor makes values slow, that is said once, where any are computed, and nowhere else. */
class NoticesTest {
    private static final String NOTICE = "no fused multiply-add";

    @TempDir
    private Path folder = Path.of("");

    /** Standard error of a machine that is told that it has none. */
    private String without(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UseFMA",
                "-cp",
                System.getProperty("java.class.path"),
                "mho.reports.cli.Main"));
        all.addAll(List.of(command));
        Path err = folder.resolve("err");
        int code = new ProcessBuilder(all)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        String said = Files.readString(err);
        assertThat(code).as(said).isZero();
        return said;
    }

    @Test
    void valuesThatAreSlowAreToldOnce() throws IOException, InterruptedException {
        String network = "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx";
        String said = without(
                "run",
                "--network",
                network,
                "--data",
                "fashion-mnist-1000",
                "--images",
                "2",
                "--calibration",
                "2",
                "--out",
                folder.resolve("run").toString());
        assertThat(said).containsOnlyOnce(NOTICE).contains("to the same bits");
        assertThat(folder.resolve("run/host.json")).content().contains("the processor has none");
        String swept = without(
                "sweep",
                "--network",
                network,
                "--data",
                "fashion-mnist-1000",
                "--images",
                "2",
                "--calibration",
                "2",
                "--vary",
                "seed=1,2",
                "--out",
                folder.resolve("sweep").toString());
        assertThat(swept).containsOnlyOnce(NOTICE);
    }

    @Test
    void whereNoValuesAreComputedNothingIsSaid() throws IOException, InterruptedException {
        assertThat(without(
                        "run",
                        "--network",
                        "mlp",
                        "--out",
                        folder.resolve("run").toString()))
                .doesNotContain(NOTICE);
    }

    @Test
    void aProcessorThatHasItIsNotMentioned() {
        assertThat(FusedMultiplyAdd.notice().isEmpty()).isEqualTo(FusedMultiplyAdd.BY_PROCESSOR);
    }
}
