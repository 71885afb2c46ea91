package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparisons that cannot be made. */
class BadComparisonsTest {
    private static final String GIVE = "give the directory of a run, or SWEEP@NUMBER for a kept point of a sweep";
    private static final String POINTS = "point,config,failure\n1,abc,\n2,,does not fit\n";

    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("one run", "compare", "{dir}/a")
                        .says(
                                2,
                                "compare takes two runs or more, found 1; the first is the base, as in mho compare runs/a runs/b"),
                CommandCase.of("no run", "compare")
                        .says(
                                2,
                                "compare takes two runs or more, found none; the first is the base, as in mho compare runs/a runs/b"),
                CommandCase.of("two forms at once", "compare", "a", "b", "--json", "--csv")
                        .says(2, "--json and --csv: both go to standard output, give one of them"),
                CommandCase.of("runs that do not exist", "compare", "{dir}/a", "{dir}/b")
                        .says(2, "{dir}/a: no such directory; " + GIVE + "\n{dir}/b: no such directory; " + GIVE),
                CommandCase.of("a file", "compare", "{dir}/report.json", "{dir}/report.json")
                        .file("report.json", "{}")
                        .says(2, "{dir}/report.json: is a file; " + GIVE + "\n{dir}/report.json: is a file; " + GIVE),
                CommandCase.of("an empty directory", "compare", "{dir}", "{dir}/none")
                        .says(
                                2,
                                "{dir}/report.json: missing; a run's directory holds report.json and config.yaml, run it again into a new one\n"
                                        + "{dir}/none: no such directory; " + GIVE),
                CommandCase.of("a sweep", "compare", "{dir}/s", "{dir}/s@1")
                        .file("s/points.csv", POINTS)
                        .file("s/points/other/report.json", "{}")
                        .says(
                                2,
                                "{dir}/s/report.json: missing; this is a sweep, name one of its points, as in {dir}/s@1\n"
                                        + "{dir}/s@1: this point was not kept ({dir}/s/points/abc is not there); sweep again with --keep"),
                CommandCase.of("points that are none", "compare", "{dir}/s@2", "{dir}/s@3")
                        .file("s/points.csv", POINTS)
                        .says(
                                2,
                                "{dir}/s@2: this point failed (does not fit), compare another\n"
                                        + "{dir}/s@3: the sweep has no point 3; points.csv lists those it has"),
                CommandCase.of("a sweep that did not end", "compare", "{dir}/s@2", "{dir}/t@3")
                        .file("s/points.jsonl", "")
                        .says(
                                2,
                                "{dir}/s/points.csv: missing; a sweep that ended has it, start it again to go on\n"
                                        + "{dir}/t@3: no such sweep, {dir}/t is no directory; " + GIVE),
                CommandCase.of("an empty report", "compare", "{dir}/a", "{dir}/b")
                        .file("a/report.json", "")
                        .file("a/config.yaml", "")
                        .file("b/report.json", "{}")
                        .says(
                                2,
                                "{dir}/a/report.json: cut short, or no report; run it again into a new directory\n"
                                        + "{dir}/b/config.yaml: missing; a run's directory holds report.json and config.yaml, run it again into a new one"),
                CommandCase.of("a bound on no metric", "compare", "a", "b", "--fail-if", "energy > 1.05")
                        .says(2, "--fail-if energy > 1.05: no metric is called \"energy\", did you mean \"energy_j\"?"),
                CommandCase.of("a bound with a unit", "compare", "a", "b", "--fail-if", "energy_j > 5 pJ")
                        .says(
                                2,
                                "--fail-if energy_j > 5 pJ: the bound is a ratio: expected a number such as 0.5, found \"5 pJ\", an energy"),
                CommandCase.of("a bound that is none", "compare", "a", "b", "--fail-if", "energy_j")
                        .says(
                                2,
                                "--fail-if energy_j: expected METRIC < NUMBER, such as area_mm2 < 100 or accuracy > 85 %"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase bad, @TempDir Path directory) throws IOException {
        bad.check(directory);
    }
}
