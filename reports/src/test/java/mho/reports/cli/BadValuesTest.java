package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that cannot be computed. */
class BadValuesTest {
    private static final String MODEL = "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx";
    private static final String DATA = "fashion-mnist-1000";

    private static CommandCase lenet(String name, String... more) {
        return CommandCase.of(
                name,
                Stream.concat(Stream.of("run", "--network", MODEL, "--out", "{dir}/run"), Stream.of(more))
                        .toArray(String[]::new));
    }

    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("a network without weights", "run", "--network", "prime-mlp-s", "--data", "{dir}/x.csv")
                        .file("x.csv", csv(784, 70))
                        .says(
                                2,
                                "dense1 has no weights: timing works without, values need trained weights, for example --network fmnist-lenet or an .onnx file"),
                CommandCase.of(
                                "a network without weights, before the data",
                                "run",
                                "--network",
                                "lenet5",
                                "--data",
                                "{dir}/x.csv")
                        .says(
                                2,
                                "C1 has no weights: timing works without, values need trained weights, for example --network fmnist-lenet or an .onnx file"),
                lenet("data that are not there", "--data", "{dir}/nothing")
                        .says(
                                2,
                                "{dir}/nothing: no such file or folder, check the path; the data that comes along is called fashion-mnist-1000"),
                lenet("more inputs than there are", "--data", DATA, "--images", "1000")
                        .says(
                                2,
                                "fashion-mnist-1000: holds 1,000 inputs, of which 64 are for calibration and none of the others; ask for at most 936, or calibrate on others (--calibration-data)"),
                lenet("a training set too small to calibrate on", "--data", "{dir}/test.csv")
                        .file("test.csv", csv(784, 3))
                        .file("train.csv", csv(784, 63))
                        .says(2, "{dir}/train.csv: holds 63 inputs and 64 are asked for, ask for at most 63"),
                lenet("a training set of another shape", "--data", "{dir}")
                        .file("test.csv", csv(784, 3))
                        .file("train.csv", csv(783, 70))
                        .says(
                                2,
                                "{dir}/train.csv: holds inputs of 783, the network wants 1 x 28 x 28; give data of that shape or another network"),
                lenet("more inputs than there are beside a training set", "--data", "{dir}", "--images", "4")
                        .file("test.csv", csv(784, 3))
                        .file("train.csv", csv(784, 70))
                        .says(2, "{dir}/test.csv: holds 3 inputs and 4 are asked for, ask for at most 3"),
                lenet("no inputs for calibration", "--data", DATA, "--calibration", "0")
                        .says(2, "--calibration 0: calibration: must be above 0, found \"0\""),
                lenet("calibration on zeros", "--data", DATA, "--calibration-data", "{dir}/zeros.csv")
                        .file("zeros.csv", csv(784, 64).replace("0.5", "0"))
                        .says(
                                2,
                                "calibration: all inputs are zero, which leaves drivers and converters without a range; calibrate on others (--calibration-data)"),
                lenet("a converter without a range", "--data", DATA, "--set", "tile.core.adc.coverage=0")
                        .says(
                                2,
                                "--set tile.core.adc.coverage=0: tile.core.adc.coverage: must be above 0, found \"0\""),
                lenet("labels that are not there", "--data", "{dir}/x.csv", "--labels", "{dir}/y.csv")
                        .file("x.csv", csv(784, 70))
                        .says(2, "{dir}/y.csv: no such file, check the path"),
                lenet("an input that is not a number", "--data", "{dir}/x.csv")
                        .file("x.csv", csv(784, 70).replaceFirst("0.5", "nan"))
                        .says(
                                2,
                                "{dir}/x.csv: input 0 holds NaN, only finite numbers can be computed with; mend or leave out that input"),
                lenet("no threads", "--data", DATA, "--jobs", "0")
                        .says(2, "--jobs 0: at least 1 thread has to compute"),
                lenet("a time that is none", "--data", DATA, "--time", "soon")
                        .says(2, "--time soon: expected a time such as 100 s, 1h, 30days or 1year"),
                lenet("a normalisation that is none", "--data", DATA, "--normalise", "0.5")
                        .says(
                                2,
                                "--normalise 0.5: expected scale:mean:deviation, such as 1/255:0.286:0.353, or 1/255:0.485,0.456,0.406:0.229,0.224,0.225"),
                lenet("labels without data", "--labels", "{dir}/y.csv")
                        .says(
                                2,
                                "mho run: labels, normalise, calibration, calibration-data and time belong to values: give data (--data) too"),
                lenet("threads without values", "--jobs", "2")
                        .says(2, "--jobs is how many threads compute values: give --data too"),
                lenet("a device that does not exist", "--data", DATA, "--set", "tile.core.array.cell.device=pcm-joshy")
                        .says(
                                2,
                                "analog-256.yaml:110:13: tile.core.array.cell: no device is called \"pcm-joshy\", did you mean \"pcm-joshi\"?"),
                lenet("negative noise", "--data", DATA, "--set", "tile.core.array.cell.programming-error=-1 %")
                        .says(
                                2,
                                "--set tile.core.array.cell.programming-error=-1 %: tile.core.array.cell.programming-error: must be at least 0, found \"-1 %\""));
    }

    private static String csv(int values, int lines) {
        return (String.join(",", java.util.Collections.nCopies(values, "0.5")) + "\n").repeat(lines);
    }

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase bad) throws IOException {
        bad.check(folder);
    }
}
