package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines that cannot be followed. */
class BadCommandLinesTest {
    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("nothing at all").says(2, "Missing required subcommand; see `mho --help`"),
                CommandCase.of("a setting without a value", "show", "isaac-ce", "--set", "tile.core.adc.bits")
                        .says(2, "--set tile.core.adc.bits: expected PATH=VALUE, for example tile.core.adc.bits=6"),
                CommandCase.of("a setting of an unknown path", "show", "isaac-ce", "--set", "tile.core.adc.bit=6")
                        .says(2, "--set tile.core.adc.bit=6: tile.core.adc.bit: unknown key, did you mean \"bits\"?"),
                CommandCase.of("a setting with the wrong unit", "show", "isaac-ce", "--set", "cycle=5 pJ")
                        .says(2, "--set cycle=5 pJ: cycle: expected a time such as 5 ns, found \"5 pJ\", an energy"),
                CommandCase.of("a setting through a single value", "show", "isaac-ce", "--set", "tiles.x=1")
                        .says(2, "--set tiles.x=1: tiles.x: cannot be set, tiles is \"168\", not a mapping with keys"),
                CommandCase.of("another chip's name for a chip", "run", "--network", "mlp", "--set", "chip=isaac-ce")
                        .says(
                                2,
                                "--set chip=isaac-ce: chip: is the name of this chip and cannot be set; another chip is chosen by --chip, or by chip in the base of a sweep"),
                CommandCase.of("no command", "simulate")
                        .says(
                                2,
                                "simulate: unknown command, there are run, train, anneal, rbm, solve, sweep, search, compare, explain, explore, show, list, validate, diff, init, schema, completion, man, help; see `mho --help`"),
                CommandCase.of("a chip that no row is about", "validate", "--chip", "isac-ce")
                        .says(2, "--chip isac-ce: no row is about it, did you mean \"isaac-ce\"?"),
                CommandCase.of("rows of one's own about a chip", "validate", "--chip", "puma", "{dir}/rows.yaml")
                        .file("rows.yaml", "rows: []\n")
                        .says(2, "--chip is for the rows that come with mho: leave out {dir}/rows.yaml"),
                CommandCase.of("nothing to explain", "explain")
                        .says(
                                2,
                                "explain takes a run and a figure of it, found 0, as in mho explain runs/a energy_j, or mho explain --network lenet5 energy_j"),
                CommandCase.of("a network and no figure", "explain", "--network", "mlp")
                        .says(
                                2,
                                "explain takes one figure of the run that --network asks for, found 0, as in mho explain runs/a energy_j, or mho explain --network lenet5 energy_j"),
                CommandCase.of("a run and a chip to explain", "explain", "{dir}", "energy_j", "--chip", "isaac-ce")
                        .says(2, "--chip: a run's directory says all of the run; give --network to ask of another"),
                CommandCase.of("a run that is not there to explain", "explain", "{dir}/none", "energy_j")
                        .says(
                                2,
                                "{dir}/none: no such directory; give the directory of a run, or SWEEP@NUMBER for a kept point of a sweep"),
                CommandCase.of("a port that is none", "explore", "--port", "99999")
                        .says(2, "--port 99999: expected 1 to 65535, or none for one that is free"),
                CommandCase.of("a chip to explore that is none", "explore", "--chip", "analog-265")
                        .says(2, "analog-265: no such chip, did you mean \"analog-256\"?"),
                CommandCase.of("a misspelt command", "rum", "--network", "mlp")
                        .says(2, "rum: unknown command, did you mean \"run\"?; see `mho --help`"),
                CommandCase.of("no network", "run", "--chip", "isaac-ce")
                        .says(
                                2,
                                "--network is missing: give a name (mho list networks), a .yaml or an .onnx file; or --config to repeat a run"),
                CommandCase.of("an unknown option", "run", "--network", "mlp", "--imges", "3")
                        .says(2, "--imges: unknown option, did you mean \"--images\"?; see `mho run --help`"),
                CommandCase.of("no inputs", "run", "--network", "mlp", "--images", "0")
                        .says(2, "--images 0: images: must be above 0, found \"0\""),
                CommandCase.of("inputs that are no number", "run", "--network", "mlp", "--images", "two")
                        .says(2, "--images two: images: expected a whole number such as 8, found \"two\""),
                CommandCase.of("a negative seed", "run", "--network", "mlp", "--seed", "-1")
                        .says(2, "--seed -1: seed: must be at least 0, found \"-1\""),
                CommandCase.of("a range of no trace", "run", "--network", "mlp", "--trace-from", "1us")
                        .says(2, "--trace-from, --trace-to and --trace-size belong to a trace: give --trace too"),
                CommandCase.of("a trace from no time", "run", "--network", "mlp", "--trace", "--trace-from", "1 pJ")
                        .says(2, "--trace-from 1 pJ: expected a time such as 12.5us or 3 ms"),
                CommandCase.of("a trace that ends first", "run", "--network", "mlp", "--trace", "--trace-to", "0 s")
                        .says(2, "--trace-to 0 s: has to be later than --trace-from, which is 0 s"),
                CommandCase.of("a trace too late", "run", "--network", "mlp", "--trace", "--trace-to", "5000 s")
                        .says(2, "--trace-to 5000 s: simulated time is 0 s to 77 minutes"),
                CommandCase.of("a trace too small", "run", "--network", "mlp", "--trace", "--trace-size", "1 kB")
                        .says(2, "--trace-size 1 kB: give at least 100 kB, the names of the tracks need room"),
                CommandCase.of("a trace below a file", "run", "--network", "mlp", "--trace", "--out", "{dir}/out/run")
                        .file("out", "a")
                        .says(2, "--out {dir}/out/run: cannot be made, {dir}/out is a file; give another directory"),
                CommandCase.of("a dimension without a size", "run", "--network", "mlp", "--dim", "n")
                        .says(2, "--dim n: expected NAME=SIZE, for example sequence=128"),
                CommandCase.of("a dimension below nothing", "run", "--network", "mlp", "--dim", "n=-1")
                        .says(2, "--dim n=-1: expected NAME=SIZE, for example sequence=128"),
                CommandCase.of("an output directory in use", "run", "--network", "mlp", "--out", "{dir}/out")
                        .file("out/x", "a")
                        .says(
                                2,
                                "--out {dir}/out: exists and is not an empty directory; nothing is written over, give another name or remove it"),
                CommandCase.of("an output directory that is a file", "run", "--network", "mlp", "--out", "{dir}/out")
                        .file("out", "a")
                        .says(
                                2,
                                "--out {dir}/out: exists and is not an empty directory; nothing is written over, give another name or remove it"),
                CommandCase.of("an output directory below a file", "run", "--network", "mlp", "--out", "{dir}/out/run")
                        .file("out", "a")
                        .says(2, "--out {dir}/out/run: cannot be made, {dir}/out is a file; give another directory"),
                CommandCase.of("a configuration and a chip", "run", "--config", "{dir}/c.yaml", "--chip", "isaac-ce")
                        .says(
                                2,
                                "--chip and --config: the configuration has its chip; change it with --set, or drop one of the two"),
                CommandCase.of("a configuration that does not exist", "run", "--config", "{dir}/c.yaml")
                        .says(2, "{dir}/c.yaml: no such file"),
                CommandCase.of("a configuration without a network", "run", "--config", "{dir}/c.yaml")
                        .file("c.yaml", "images: 2\nseed: 1\nchip: {chip: x}\n")
                        .says(2, "{dir}/c.yaml:1:1: missing key \"network\", for example \"network: {…}\""),
                CommandCase.of("a configuration with two networks", "run", "--config", "{dir}/c.yaml")
                        .file(
                                "c.yaml",
                                "images: 2\nseed: 1\nnetwork: {from: mlp, file: {network: x}}\nchip: {chip: x}\n")
                        .says(
                                2,
                                "{dir}/c.yaml:3:10: network: expected either from (a name or an ONNX file) or file (a network file)"),
                CommandCase.of("a training without a network", "train", "--data", "fashion-mnist-1000")
                        .says(2, "--network is missing: give a name (mho list networks), a .yaml or an .onnx file"),
                CommandCase.of("a training without data", "train", "--network", "mlp")
                        .says(
                                2,
                                "--data is missing: give mnist or fashion-mnist where they are installed, a file or a folder; time and energy without data are what a run tells (mho run --program train)"),
                CommandCase.of("a training of no epoch", "train", "--network", "mlp", "--epochs", "0")
                        .says(2, "--epochs 0: epochs: must be at least 1, found \"0\""),
                CommandCase.of(
                                "a cluster that was not built",
                                "sweep",
                                "--network",
                                "mlp",
                                "--vary",
                                "seed=1,2",
                                "--on",
                                "spark://h:7077")
                        .says(
                                2,
                                "--on spark://h:7077: points go to a cluster by the module cluster, which has not been built; from the project's directory: mvn -q -Pcluster -Dmho.run package -pl cluster -am"),
                CommandCase.of(
                                "threads of a cluster",
                                "sweep",
                                "--network",
                                "mlp",
                                "--vary",
                                "seed=1,2",
                                "--on",
                                "spark://h:7077",
                                "--jobs",
                                "2")
                        .says(
                                2,
                                "--jobs 2: how many points are computed at once on a cluster is the cluster's matter; leave --jobs out"),
                CommandCase.of("an accuracy that is not", "run", "--network", "mlp", "--explain")
                        .says(
                                2,
                                "--explain takes the accuracy apart, and a run without data has none: give --data too"),
                CommandCase.of("a rate for runs", "sweep", "--network", "mlp", "--rate", "1", "--vary", "seed=1,2")
                        .says(2, "--rate: of trainings; give --train too"),
                CommandCase.of("no kind of file", "schema")
                        .says(
                                2,
                                "mho schema: give a kind of file (chip, network, sweep, search, device, rows, run, training), or --into DIR for all"),
                CommandCase.of("nothing to anneal", "anneal")
                        .says(2, "--problem is missing: give a graph in rudy format or a DIMACS CNF file"),
                CommandCase.of("a problem that does not exist", "anneal", "--problem", "{dir}/g.rud")
                        .says(2, "--problem: {dir}/g.rud: there is no such file; check the path"),
                CommandCase.of("a rule of nobody", "anneal", "--problem", "{dir}/g.rud", "--rule", "gips")
                        .file("g.rud", "2 1\n1 2 1\n")
                        .says(2, "--rule gips: rule: expected one of gibbs, metropolis, found \"gips\""),
                CommandCase.of("a problem that is cut off", "anneal", "--problem", "{dir}/g.rud", "--out", "{dir}/o")
                        .file("g.rud", "2 2\n1 2 1\n")
                        .says(
                                2,
                                "{dir}/g.rud: the first line promises 2 edges and 1 follow; mend the first line, or is the file cut off?"),
                CommandCase.of("no sweep", "anneal", "--problem", "{dir}/g.rud", "--sweeps", "0")
                        .file("g.rud", "2 1\n1 2 1\n")
                        .says(2, "--sweeps 0: sweeps: must be at least 1, found \"0\""),
                CommandCase.of("nothing to solve", "solve")
                        .says(2, "--matrix is missing: give a Matrix Market file (.mtx) or an .npz file"),
                CommandCase.of("a matrix that is not square", "solve", "--matrix", "{dir}/m.mtx", "--out", "{dir}/o")
                        .file("m.mtx", "%%MatrixMarket matrix array real general\n1 2\n1\n1\n")
                        .says(2, "{dir}/m.mtx: is 1 x 2, and equations are as many as unknowns; give a square matrix"),
                CommandCase.of("a singular matrix", "solve", "--matrix", "{dir}/m.mtx", "--out", "{dir}/o")
                        .file("m.mtx", "%%MatrixMarket matrix array real general\n2 2\n1\n2\n2\n4\n")
                        .says(
                                2,
                                "{dir}/m.mtx: the matrix is singular, to the rounding of double precision, and no right-hand side has one solution; mend it"),
                CommandCase.of("a list of nothing known", "list", "chps")
                        .says(2, "mho list chps: there is no such list, did you mean \"chips\"?"),
                CommandCase.of("a list of networks of a chip", "list", "networks", "isaac-ce")
                        .says(
                                2,
                                "mho list networks takes no more words, found isaac-ce; mho list parameters isaac-ce lists the values of a chip, or parameters that begin so"),
                CommandCase.of("a chip too many", "show", "isaac-ce", "hermes-64-1phase")
                        .says(2, "hermes-64-1phase: one argument too many; see `mho show --help`"),
                CommandCase.of("no chip to show", "show")
                        .says(2, "Missing required parameter: 'CHIP'; see `mho show --help`"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase bad, @TempDir Path directory) throws IOException {
        bad.check(directory);
    }
}
