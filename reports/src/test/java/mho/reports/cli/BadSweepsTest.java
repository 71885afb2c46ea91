package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sweeps that cannot be asked for: nothing is computed, nothing is written. */
class BadSweepsTest {
    private static CommandCase bits(String name, String... more) {
        List<String> words = new ArrayList<>(
                List.of("sweep", "--network", "mlp", "--vary", "tile.core.adc.bits=4..8", "--out", "{dir}/out"));
        words.addAll(List.of(more));
        return CommandCase.of(name, words.toArray(String[]::new));
    }

    private static CommandCase vary(String name, String vary) {
        return CommandCase.of(name, "sweep", "--network", "mlp", "--vary", vary, "--out", "{dir}/out");
    }

    private static CommandCase file(String name, String content) {
        return CommandCase.of(name, "sweep", "{dir}/s.yaml", "--out", "{dir}/out")
                .file("s.yaml", content);
    }

    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("nothing to vary", "sweep", "--network", "mlp")
                        .says(
                                2,
                                "mho sweep: give a sweep file, or --vary PATH=VALUES, for example --vary tile.core.adc.bits=4..8"),
                CommandCase.of("a file that is not there", "sweep", "{dir}/s.yaml")
                        .says(2, "{dir}/s.yaml: no such file"),
                file("a file that is a list", "[1, 2]")
                        .says(2, "{dir}/s.yaml: expected a sweep file, a mapping with sweep, base and vary"),
                file("an unknown key", "sweep: a\nbase: {network: mlp}\nvari: {tiles: 1..3}\n")
                        .says(2, "{dir}/s.yaml:3:1: vari: unknown key, did you mean \"vary\"?"),
                file("an unknown key of the base", "sweep: a\nbase: {netwrk: mlp}\nvary: {tiles: [100, 168]}\n")
                        .says(2, "{dir}/s.yaml:2:8: base.netwrk: unknown key, did you mean \"network\"?"),
                file("no network", "sweep: a\nvary: {tiles: [100, 168]}\n")
                        .says(
                                2,
                                "{dir}/s.yaml:1:1: base: network is missing, give a name (mho list networks), a .yaml or an .onnx file"),
                file("an unknown path", "sweep: a\nbase: {network: mlp}\nvary:\n  tile.core.adc.bitz: 4..8\n")
                        .says(2, "{dir}/s.yaml:4:23: tile.core.adc.bitz: unknown key, did you mean \"bits\"?"),
                vary("an unknown path on the command line", "tile.cor.adc.bits=4..8")
                        .says(2, "--vary tile.cor.adc.bits=4..8: tile.cor: unknown key, did you mean \"core\"?"),
                vary("an empty range", "tile.core.adc.bits=8..4")
                        .says(
                                2,
                                "--vary tile.core.adc.bits=8..4: vary.tile.core.adc.bits: from 8 to 4 is empty, the larger one comes last"),
                vary("an empty list", "tile.core.adc.bits=[]")
                        .says(
                                2,
                                "--vary tile.core.adc.bits=[]: vary.tile.core.adc.bits: has no values, give at least one"),
                vary("no values at all", "tile.core.adc.bits")
                        .says(
                                2,
                                "--vary tile.core.adc.bits: expected PATH=VALUES, for example tile.core.adc.bits=4..8"),
                vary("an unknown chip", "chip=isaac-ce,isac-ce")
                        .says(2, "isac-ce: no such chip, did you mean \"isaac-ce\"?"),
                vary("an unknown network", "network=mlp,lenet6")
                        .says(2, "lenet6: no such network, did you mean \"lenet5\"?"),
                vary("inputs that are none", "images=0,2")
                        .says(2, "--vary images=0,2: base.images: must be above 0, found \"0\""),
                bits("more points than allowed", "--max-points", "4")
                        .says(
                                2,
                                "vary: 5 points, more than --max-points 4; vary less, draw some (sample: random 4), or allow more"),
                bits("far more points than allowed", "--vary", "tiles=1..100000", "--vary", "chips=1..100000")
                        .says(
                                2,
                                "vary: 50,000,000,000 points, more than --max-points 5000; vary less, draw some (sample: random 5000), or allow more"),
                bits("axes that do not pair", "--vary", "tiles=100,168", "--sample", "zip")
                        .says(
                                2,
                                "sample zip: every axis needs as many values as the others, found 5 of tile.core.adc.bits, 2 of tiles"),
                bits("a sample that is none", "--sample", "most")
                        .says(
                                2,
                                "sample \"most\": expected all, zip, random N or latin-hypercube N, such as random 200"),
                bits("a constraint that is none", "--constraint", "small please")
                        .says(2, "small please: expected METRIC < NUMBER, such as area_mm2 < 100 or accuracy > 85 %"),
                bits("a constraint on no metric", "--constraint", "aera_mm2 < 100")
                        .says(2, "aera_mm2 < 100: no metric is called \"aera_mm2\", did you mean \"area_mm2\"?"),
                bits("a constraint on values without data", "--constraint", "accuracy > 0.9")
                        .says(2, "constraint accuracy > 0.9: accuracy needs values, give data (base.data or --data)"),
                bits("an objective that is none", "--pareto", "energy_j")
                        .says(2, "pareto \"energy_j\": expected a metric and min or max, such as energy_j min"),
                bits("an objective that is no metric", "--pareto", "enrgy_j min")
                        .says(2, "pareto \"enrgy_j min\": no metric is called \"enrgy_j\", did you mean \"energy_j\"?"),
                bits("an objective of values without data", "--pareto", "accuracy max")
                        .says(2, "pareto accuracy: accuracy needs values, give data (base.data or --data)"),
                bits("calibration without data", "--calibration", "8")
                        .says(
                                2,
                                "mho sweep: base: labels, normalise, calibration, calibration-data and time belong to values: give data (--data) too"),
                bits("values without weights", "--data", "{dir}/nothing")
                        .says(
                                2,
                                "dense1 has no weights: timing works without, values need trained weights, for example --network fmnist-lenet or an .onnx file"),
                CommandCase.of(
                                "data that are not there",
                                "sweep",
                                "--network",
                                "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx",
                                "--vary",
                                "tile.core.adc.bits=4..8",
                                "--data",
                                "{dir}/nothing",
                                "--out",
                                "{dir}/out")
                        .says(
                                2,
                                "{dir}/nothing: no such file or folder, check the path; the data that comes along is called fashion-mnist-1000"),
                bits("values of a network without weights", "--data", "fashion-mnist-1000")
                        .says(
                                2,
                                "dense1 has no weights: timing works without, values need trained weights, for example --network fmnist-lenet or an .onnx file"),
                bits("no threads", "--jobs", "0").says(2, "--jobs 0: at least 1 thread has to compute"),
                bits("a directory of other things")
                        .file("out/x", "a")
                        .says(
                                2,
                                "--out {dir}/out: holds other files and no sweep; nothing is written over, give another directory"),
                bits("a directory that is a file")
                        .file("out", "a")
                        .says(2, "--out {dir}/out: cannot be made, {dir}/out is a file; give another directory"),
                CommandCase.of(
                                "a directory that cannot be",
                                "sweep",
                                "--network",
                                "mlp",
                                "--vary",
                                "tiles=100,168",
                                "--out",
                                "/proc/sweep")
                        .says(
                                2,
                                "--out /proc/sweep: cannot be made (no such file or directory), give another directory"),
                bits("a broken store")
                        .file("out/sweep.yaml", "sweep: mlp-bits\n")
                        .file("out/.lock", "")
                        .file("out/points.jsonl", "nonsense\n")
                        .says(
                                2,
                                "{dir}/out/points.jsonl:1: not a finished point; remove the line to compute its point again, or the file to compute all"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase bad, @TempDir Path directory) throws IOException {
        bad.check(directory);
    }
}
