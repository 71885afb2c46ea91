package mho.reports.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.reports.config.SolveConfig;
import mho.reports.files.Draft;
import mho.reports.files.RunDirectory;
import mho.reports.form.solve.SolvedFiles;
import mho.reports.form.solve.SolvedJson;
import mho.reports.form.solve.SolvedTable;
import mho.reports.medium.Terminal;
import mho.reports.solve.EquationSolver;
import mho.reports.solve.Solved;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho solve}. */
@Command(
        name = "solve",
        description =
                "Solves A x = b with products in the arrays of a chip and residuals in double precision beside them.",
        footer = {
            "",
            "Examples:",
            "  ./mho solve --matrix reports/examples/covariance-200.mtx",
            "  ./mho solve --matrix reports/examples/covariance-200.mtx --json",
            "  ./mho solve --matrix reports/examples/covariance-200.mtx --method jacobi"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class SolveCommand implements Callable<Integer> {
    private static final String USUAL_PROCESSOR = "haswell-2699v3";

    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Option(
            names = "--matrix",
            paramLabel = "FILE",
            description = "A square matrix: Matrix Market (.mtx), or an .npz file with one array")
    private @Nullable String matrix;

    @Option(names = "--rhs", paramLabel = "FILE", description = "The right-hand side, in the same forms. Default: ones")
    private @Nullable String rhs;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description =
                    "How corrections are found: cg, richardson or jacobi. Default: cg where the matrix is symmetric, else jacobi")
    private @Nullable String method;

    @Option(
            names = "--tolerance",
            paramLabel = "PART",
            description = "Part of the right-hand side that may be left. Default: 1e-9")
    private @Nullable String tolerance;

    @Option(names = "--rounds", paramLabel = "N", description = "Corrections at most. Default: 1000")
    private @Nullable String rounds;

    @Option(names = "--inner", paramLabel = "N", description = "Iterations of a correction at most. Default: 30")
    private @Nullable String inner;

    @Option(
            names = "--reduction",
            paramLabel = "PART",
            description = "Part of what was left at which a correction ends. Default: 0.3")
    private @Nullable String reduction;

    @Option(
            names = "--digital",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "The processor beside the arrays: a reference machine, by name or file. Default: "
                    + USUAL_PROCESSOR)
    private @Nullable String digital;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        RunDirectory named = machine.named();
        SolveConfig.Loaded asked = asked();
        RunDirectory directory = MachineOptions.directory(named, "solve", asked.sha256());
        try (Draft draft = directory.draft()) {
            Solved solved = solve(asked);
            tell(form, solved, directory.write(SolvedFiles.of(solved), draft));
        }
        return Main.OK;
    }

    private Solved solve(SolveConfig.Loaded asked) {
        StepProgress progress = new StepProgress(spec.commandLine().getErr());
        double wanted = asked.config().tolerance();
        try {
            return EquationSolver.of(asked)
                    .solve(left -> progress.line(
                            String.format(Locale.ROOT, "%.3g of b is left, %.3g is asked for", left, wanted)));
        } finally {
            progress.done();
        }
    }

    private void tell(OutputOption.Form form, Solved solved, Path written) {
        OutputOption.print(
                spec.commandLine().getOut(),
                form,
                () -> SolvedJson.of(solved),
                () -> SolvedFiles.corrections(solved),
                () -> SolvedTable.of(solved, Terminal.ofLauncher()),
                written);
    }

    private SolveConfig.Loaded asked() {
        MapNode repeated =
                machine.repeated(Arrays.asList(matrix, rhs, method, tolerance, rounds, inner, reduction, digital));
        if (repeated != null) {
            return SolveConfig.of(repeated);
        }
        if (matrix == null) {
            throw new BadInput("--matrix is missing: give a Matrix Market file (.mtx) or an .npz file");
        }
        MapNode tree = MachineOptions.file(machine.tree("mho solve", "le-gallo-2018"), "matrix", matrix);
        tree = MachineOptions.file(tree, "rhs", rhs);
        tree = SharedOptions.put(tree, "method", method);
        tree = SharedOptions.put(tree, "tolerance", tolerance);
        tree = SharedOptions.put(tree, "rounds", rounds);
        tree = SharedOptions.put(tree, "inner", inner);
        tree = SharedOptions.put(tree, "reduction", reduction);
        MapNode processor = ChipFiles.load(digital == null ? USUAL_PROCESSOR : digital, List.of())
                .tree();
        return SolveConfig.of(tree.put("digital", processor));
    }
}
