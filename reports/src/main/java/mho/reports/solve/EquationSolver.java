package mho.reports.solve;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.chip.Roofline;
import mho.arch.element.WriteOnce;
import mho.arch.matrix.PlacedMatrix;
import mho.arch.matrix.ProgrammedMatrix;
import mho.arch.matrix.TileBook;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.periphery.device.Draws;
import mho.reports.config.KnownFile;
import mho.reports.config.SolveConfig;
import mho.workloads.linear.DirectSolution;
import mho.workloads.linear.InnerLimits;
import mho.workloads.linear.InnerMethod;
import mho.workloads.linear.MatrixFile;
import mho.workloads.linear.Refinement;
import mho.workloads.linear.SolverWork;
import mho.workloads.linear.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A matrix in the arrays of a tile, and a processor beside it: corrections by products in the arrays, residuals in double precision.
 *
 * <pre>
 * time    = products x (read and conversion of all columns) + time of the processor, which wait for one another
 * time of the processor = max(operations / its rate at 64 bits, bytes / bandwidth of the smallest memory that holds matrix and vectors)
 * joules  = what the parts of the tile did + what chip and processor draw at rest all the time + what the processor adds while it works
 * </pre>
 */
public final class EquationSolver {
    /** Vectors on which converters are set: so many drawn, and of each its images. */
    private static final int DRAWN = 8;

    private static final int IMAGES = 3;
    /** Elimination of so many equations takes a second. */
    private static final int ELIMINATED = 1024;

    private static final int DOUBLE_BITS = 64;
    private static final int ENTRY_BYTES = 12;
    private static final int VECTORS_HELD = 6;

    private final SolveConfig.Loaded config;
    private final ChipSpec chip;
    private final Inventory inventory;
    private final Roofline processor;
    private final SparseMatrix matrix;
    private final double[] rhs;
    private final InnerMethod method;
    private final double @Nullable [] direct;
    private final PlacedMatrix placed;

    private EquationSolver(SolveConfig.Loaded loaded) {
        this.config = loaded;
        SolveConfig asked = loaded.config();
        ChipFiles.Loaded file = asked.loadChip();
        this.chip = file.file().as(spec -> spec, machine -> {
            throw new BadInput(
                    "chip: " + machine.chip()
                            + " is a reference machine (kind: roofline), which has no arrays; take a chip of tiles (le-gallo-2018)");
        });
        this.inventory = file.inventory();
        this.processor = asked.loadDigital()
                .file()
                .as(
                        spec -> {
                            throw new BadInput("--digital: " + spec.chip()
                                    + " is a chip of tiles; take a reference machine (kind: roofline, haswell-2699v3)");
                        },
                        machine -> machine);
        String name = asked.matrix().from();
        this.matrix = MatrixFile.matrix(asked.matrix().path());
        int empty = matrix.emptyRow();
        if (empty >= 0) {
            throw new BadInput(
                    name + ": row " + (empty + 1)
                            + " holds nothing but zeros: the matrix is singular, and no right-hand side has one solution; mend it");
        }
        this.rhs = rhs(asked.rhs(), matrix.size());
        this.direct = matrix.size() <= ELIMINATED ? DirectSolution.of(matrix, rhs) : null;
        if (matrix.size() <= ELIMINATED && direct == null) {
            throw new BadInput(
                    name
                            + ": the matrix is singular, to the rounding of double precision, and no right-hand side has one solution; mend it");
        }
        InnerMethod wanted = asked.method();
        this.method = wanted == null ? matrix.isSymmetric() ? InnerMethod.CG : InnerMethod.JACOBI : wanted;
        this.placed = PlacedMatrix.of(chip, "equations", matrix.size(), matrix.size(), matrix.dense(), null);
    }

    private static double[] rhs(@Nullable KnownFile file, int size) {
        if (file != null) {
            return MatrixFile.vector(file.path(), size);
        }
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * Ready to begin.
     *
     * @throws BadInput for whatever is wrong with matrix, right-hand side or chips
     * @throws mho.core.engine.ModelSaysNo if the matrix does not fit in a tile
     */
    public static EquationSolver of(SolveConfig.Loaded config) {
        return new EquationSolver(config);
    }

    /**
     * Solves.
     *
     * @param told the part of the right-hand side that is left, correction by correction
     * @throws mho.core.engine.ModelSaysNo if that does not become little enough
     */
    public Solved solve(DoubleConsumer told) {
        SolveConfig asked = config.config();
        TileBook book = new TileBook(placed);
        Refinement refinement = new Refinement(
                method, asked.tolerance(), asked.rounds(), new InnerLimits(asked.reduction(), asked.inner()));
        ArrayProduct arrays = asked.ideal() ? null : new ArrayProduct(placed, programmed(), book);
        ExactProduct exact = new ExactProduct(placed, matrix, book);
        Refinement.Solution solution = refinement.solve(matrix, rhs, arrays == null ? exact : arrays, told);
        SolverWork work = solution.work();
        double held = (double) ENTRY_BYTES * matrix.entries() + (double) VECTORS_HELD * Double.BYTES * matrix.size();
        double arraySeconds = book.seconds();
        double digitalSeconds = processor.seconds(work.operations(), work.bytes(), DOUBLE_BITS, held);
        book.waited(digitalSeconds);
        Map<String, Double> joules = book.joules(inventory);
        joules.put("processor, at work", digitalSeconds * processor.power().busy());
        joules.put("processor, waiting", arraySeconds * processor.power().idle());
        WriteOnce writing = placed.writing(inventory);
        return new Solved(
                config,
                chip.chip(),
                processor.chip(),
                method,
                matrix.size(),
                matrix.entries(),
                placed.arrays(),
                solution.left(),
                work.iterations(),
                arrays == null ? exact.products() : arrays.products(),
                arraySeconds,
                digitalSeconds,
                work.operations(),
                work.bytes(),
                joules,
                solution.x(),
                error(solution.x()),
                alone(refinement, held),
                arrays == null ? null : arrays.clipped(),
                writing.seconds(),
                writing.joules());
    }

    /** The same method with exact products, all of it on the processor; null where that does not converge. */
    private Solved.@Nullable Alone alone(Refinement refinement, double held) {
        long[] products = {0};
        try {
            SolverWork work = refinement
                    .solve(
                            matrix,
                            rhs,
                            x -> {
                                products[0]++;
                                return matrix.times(x);
                            },
                            left -> {})
                    .work();
            double seconds = processor.seconds(
                    work.operations() + 2.0 * products[0] * matrix.entries(),
                    work.bytes() + (double) ENTRY_BYTES * products[0] * matrix.entries(),
                    DOUBLE_BITS,
                    held);
            return new Solved.Alone(
                    products[0], seconds, seconds * processor.power().busy());
        } catch (ModelSaysNo e) {
            return null;
        }
    }

    private @Nullable Double error(double[] x) {
        if (direct == null) {
            return null;
        }
        double largest = 0;
        double off = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(direct[i]));
            off = Math.max(off, Math.abs(direct[i] - x[i]));
        }
        return off / largest;
    }

    /**
     * Converters are set on the right-hand side, on vectors that are drawn, and on what the matrix makes of these: what it stretches most comes
     * to the fore.
     */
    private ProgrammedMatrix programmed() {
        int size = matrix.size();
        long seed = config.config().seed();
        RandomGenerator random = Draws.of(seed, "calibration", "vectors");
        float[] vectors = new float[(DRAWN + 1) * (IMAGES + 1) * size];
        int at = 0;
        for (int drawn = 0; drawn <= DRAWN; drawn++) {
            double[] vector = rhs.clone();
            for (int i = 0; drawn > 0 && i < size; i++) {
                vector[i] = 2 * random.nextDouble() - 1;
            }
            for (int image = 0; image <= IMAGES; image++) {
                double largest = 0;
                for (double value : vector) {
                    largest = Math.max(largest, Math.abs(value));
                }
                for (int i = 0; i < size; i++) {
                    vectors[at++] = (float) (largest == 0 ? 0 : vector[i] / largest);
                }
                vector = matrix.times(vector);
            }
        }
        return ProgrammedMatrix.of(placed, vectors, seed);
    }
}
