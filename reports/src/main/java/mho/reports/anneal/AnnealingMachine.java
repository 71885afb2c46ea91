package mho.reports.anneal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.WriteOnce;
import mho.arch.matrix.PartialRead;
import mho.arch.matrix.PlacedMatrix;
import mho.arch.matrix.ProgrammedMatrix;
import mho.arch.matrix.TileBook;
import mho.core.yaml.BadInput;
import mho.periphery.device.Draws;
import mho.reports.config.AnnealConfig;
import mho.workloads.ising.BinaryProblem;
import mho.workloads.ising.CoolingSchedule;
import mho.workloads.ising.Couplings;
import mho.workloads.ising.IndependentSets;
import mho.workloads.ising.LocalFields;
import mho.workloads.ising.ProblemFile;
import mho.workloads.ising.UnitSampler;
import org.jspecify.annotations.Nullable;

/**
 * Couplings in the arrays of a tile, and a controller that updates unit after unit: it reads a unit's column with the rows driven of all
 * units that are on, and turns it by chance, the colder the more surely downhill.
 *
 * <pre>time of a sweep = sum over updates of (read + conversion + decision + the way back to the row)</pre>
 *
 * <p>Energy and measure behind each sweep are exact, and are found out for the report; the machine itself keeps what it has.
 */
public final class AnnealingMachine {
    /** States on which converters are set. */
    private static final int CALIBRATION = 64;
    /** Where nothing else is asked, the last temperature over the weakest coupling: what it costs is then turned once in e^5. */
    private static final double COLD = 0.2;
    /** A coupling this part of a usual field is too weak to be waited for. */
    private static final double WEAK = 0.02;

    private final AnnealConfig.Loaded config;
    private final ChipSpec chip;
    private final Inventory inventory;
    private final BinaryProblem problem;
    private final Couplings couplings;
    private final IndependentSets sets;
    private final PlacedMatrix matrix;
    private final List<PartialRead> reads;
    private final CoolingSchedule schedule;

    private AnnealingMachine(AnnealConfig.Loaded loaded) {
        this.config = loaded;
        AnnealConfig asked = loaded.config();
        ChipFiles.Loaded file = asked.loadChip();
        this.chip = file.file().as(spec -> spec, machine -> {
            throw new BadInput(
                    "chip: " + machine.chip()
                            + " is a reference machine (kind: roofline), which has no arrays; take a chip of tiles (boltzmann)");
        });
        this.inventory = file.inventory();
        this.problem = ProblemFile.read(asked.problem().path());
        this.couplings = problem.couplings();
        if (couplings.pairs() == 0) {
            throw new BadInput(
                    asked.problem().from()
                            + ": no two units are coupled, so that each is decided by itself; give a problem with an edge, or with a clause of two literals");
        }
        this.sets = asked.together() ? IndependentSets.of(couplings) : IndependentSets.single(couplings.units());
        this.matrix = PlacedMatrix.of(
                chip, "couplings", couplings.units(), couplings.units(), kernel(couplings), bias(couplings));
        this.reads = sets.sets().stream()
                .map(set -> matrix.of(set.stream().mapToInt(unit -> unit).toArray()))
                .toList();
        this.schedule = schedule(asked, couplings);
    }

    /**
     * Ready for its first sweep.
     *
     * @throws BadInput for whatever is wrong with the problem or the chip
     * @throws mho.core.engine.ModelSaysNo if the couplings do not fit in a tile
     */
    public static AnnealingMachine of(AnnealConfig.Loaded config) {
        return new AnnealingMachine(config);
    }

    private static float[] kernel(Couplings couplings) {
        int units = couplings.units();
        float[][] rows = couplings.matrix();
        float[] kernel = new float[Math.multiplyExact(units, units)];
        for (int i = 0; i < units; i++) {
            System.arraycopy(rows[i], 0, kernel, i * units, units);
        }
        return kernel;
    }

    /** The fields, which stand with the weights' biases; null where all are zero. */
    private static float @Nullable [] bias(Couplings couplings) {
        float[] fields = couplings.fields();
        for (float field : fields) {
            if (field != 0) {
                return fields;
            }
        }
        return null;
    }

    private static CoolingSchedule schedule(AnnealConfig asked, Couplings couplings) {
        double usual = couplings.usualStep();
        double weakest = Math.max(couplings.smallestStrength(), WEAK * usual);
        Double hot = asked.hot();
        Double cold = asked.cold();
        double first = hot == null ? Math.max(usual, cold == null ? 0 : cold) : hot;
        double last = cold == null ? Math.min(COLD * weakest, first) : cold;
        return new CoolingSchedule(first, last, asked.sweeps());
    }

    /** @param told how many sweeps are over */
    public Annealing run(IntConsumer told) {
        AnnealConfig asked = config.config();
        int units = couplings.units();
        ArrayFields arrays = asked.ideal() ? null : new ArrayFields(programmed(), units);
        LocalFields fields = arrays == null ? couplings::localField : arrays;
        UnitSampler sampler = new UnitSampler(sets, fields, asked.rule(), Draws.of(asked.seed(), "units", "updates"));
        TileBook book = new TileBook(matrix);
        UnitSampler.Steps steps = (group, unitsOn, turned) -> book.update(reads.get(group), unitsOn, turned);
        List<SweepRecord> sweeps = new ArrayList<>();
        SweepRecord best = null;
        List<Boolean> answer = List.of();
        for (int sweep = 0; sweep < schedule.sweeps(); sweep++) {
            double temperature = schedule.of(sweep);
            sampler.sweep(temperature, steps);
            boolean[] on = sampler.state();
            SweepRecord record = new SweepRecord(
                    sweep + 1,
                    temperature,
                    couplings.energy(on),
                    problem.measured(on),
                    book.seconds(),
                    book.totalJoules(inventory));
            sweeps.add(record);
            if (best == null || isBetter(record, best)) {
                best = record;
                answer = copy(on);
            }
            told.accept(sweep + 1);
        }
        WriteOnce writing = matrix.writing(inventory);
        return new Annealing(
                config,
                chip.chip(),
                problem.measure(),
                units,
                couplings.pairs(),
                sets.sets().size(),
                matrix.arrays(),
                reads.stream().mapToDouble(PartialRead::conversions).sum(),
                reads.stream().mapToDouble(PartialRead::updateSeconds).sum(),
                schedule,
                sweeps,
                java.util.Objects.requireNonNull(best),
                answer,
                book.joules(inventory),
                arrays == null ? null : (Double) arrays.clipped(),
                writing.seconds(),
                writing.joules());
    }

    private boolean isBetter(SweepRecord record, SweepRecord than) {
        return problem.isMoreBetter() ? record.measured() > than.measured() : record.measured() < than.measured();
    }

    private static List<Boolean> copy(boolean[] on) {
        List<Boolean> copy = new ArrayList<>(on.length);
        for (boolean unit : on) {
            copy.add(unit);
        }
        return copy;
    }

    /** Converters are set on states in which every other unit is on, by chance. */
    private ProgrammedMatrix programmed() {
        int units = couplings.units();
        long seed = config.config().seed();
        RandomGenerator random = Draws.of(seed, "calibration", "states");
        float[] states = new float[CALIBRATION * units];
        for (int i = 0; i < states.length; i++) {
            states[i] = random.nextBoolean() ? 1 : 0;
        }
        return ProgrammedMatrix.of(matrix, states, seed);
    }
}
