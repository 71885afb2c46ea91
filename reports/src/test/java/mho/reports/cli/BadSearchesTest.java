package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches that cannot be asked for: nothing is computed, nothing is written. */
class BadSearchesTest {
    private static final String GOOD = "search: a\nbase: {network: mlp}\nvary: {tile.core.adc.bits: 4..8}\n";

    private static CommandCase file(String name, String content, String... more) {
        String[] words = Stream.concat(Stream.of("search", "{dir}/s.yaml", "--out", "{dir}/out"), Stream.of(more))
                .toArray(String[]::new);
        return CommandCase.of(name, words).file("s.yaml", content);
    }

    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("no file", "search")
                        .says(2, "Missing required parameter: 'FILE'; see `mho search --help`"),
                CommandCase.of("a file that is not there", "search", "{dir}/s.yaml")
                        .says(2, "{dir}/s.yaml: no such file"),
                file("a file that is a list", "[1, 2]")
                        .says(2, "{dir}/s.yaml: expected a search file, a mapping with search, base and vary"),
                file("a sweep", GOOD.replace("search:", "sweep:"))
                        .says(
                                2,
                                "{dir}/s.yaml:1:8: sweep: this is a sweep file: run it with mho sweep, or say search in the place of sweep, and budget in that of sample"),
                file("an unknown key", GOOD + "budgt: 10 points\n")
                        .says(2, "{dir}/s.yaml:4:1: budgt: unknown key, did you mean \"budget\"?"),
                file("an unknown path", GOOD.replace("adc.bits", "adc.bitz"))
                        .says(2, "{dir}/s.yaml:3:28: tile.core.adc.bitz: unknown key, did you mean \"bits\"?"),
                file("an unknown key of the base", GOOD.replace("network: mlp", "netwrk: mlp"))
                        .says(2, "{dir}/s.yaml:2:8: base.netwrk: unknown key, did you mean \"network\"?"),
                file("an empty range", GOOD.replace("4..8", "8..4"))
                        .says(
                                2,
                                "{dir}/s.yaml:3:28: vary.tile.core.adc.bits: from 8 to 4 is empty, the larger one comes last"),
                file("networks that are rivals", GOOD.replace("4..8}", "4..8, network: [mlp, lenet5]}"))
                        .says(
                                2,
                                "{dir}/s.yaml:3:43: vary.network: what one network costs is no rival to what another does: search for each by itself (base.network)"),
                file("a budget that is none", GOOD + "budget: a lot\n")
                        .says(
                                2,
                                "{dir}/s.yaml:4:9: budget: expected points, a time in s, min or h, or both, such as 200 points, 10 min, found \"a lot\""),
                file("a budget of nothing", GOOD, "--budget", "0 points")
                        .says(
                                2,
                                "--budget 0 points: budget: expected points, a time in s, min or h, or both, such as 200 points, 10 min, found \"0 points\""),
                file("too small a population", GOOD + "population: 2\n")
                        .says(2, "{dir}/s.yaml:4:13: population: must be at least 4, found \"2\""),
                file("an objective that is none", GOOD + "pareto: [energy_j]\n")
                        .says(2, "pareto \"energy_j\": expected a metric and min or max, such as energy_j min"),
                file("an objective of values without data", GOOD + "pareto: [accuracy max]\n")
                        .says(2, "pareto accuracy: accuracy needs values, give data (base.data or --data)"),
                file("a constraint on no metric", GOOD + "constraints: [aera_mm2 < 100]\n")
                        .says(2, "aera_mm2 < 100: no metric is called \"aera_mm2\", did you mean \"area_mm2\"?"),
                file("points of nowhere", GOOD, "--from", "{dir}/none")
                        .says(
                                2,
                                "from: {dir}/none: holds no points (points.jsonl); give the directory of a sweep or of a search"),
                file("no threads", GOOD, "--jobs", "0").says(2, "--jobs 0: at least 1 thread has to compute"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase one, @TempDir Path directory) throws IOException {
        one.check(directory);
    }
}
