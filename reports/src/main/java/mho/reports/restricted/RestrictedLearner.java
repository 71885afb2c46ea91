package mho.reports.restricted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.matrix.LearningTile;
import mho.arch.matrix.PlacedMatrix;
import mho.arch.matrix.TileBook;
import mho.core.yaml.BadInput;
import mho.periphery.device.Draws;
import mho.reports.config.RestrictedConfig;
import mho.workloads.restricted.BarsAndStripes;
import mho.workloads.restricted.ContrastiveDivergence;
import mho.workloads.restricted.ExactLikelihood;
import mho.workloads.restricted.RestrictedMachine;
import mho.workloads.training.FloatMatrix;
import mho.workloads.training.LearningMatrix;

/**
 * Bars and stripes learnt by contrastive divergence in the arrays of a tile: couplings of visible and hidden units with both layers' biases
 * in one matrix, read forward to decide on hidden units, from the other side to decide on visible ones, and changed by two outer products
 * a picture.
 *
 * <pre>time of a picture = (k + 1) reads up + k reads down + 2 changes</pre>
 *
 * <p>The likelihood behind each epoch is exact, and is found out for the report; the machine itself reads what it has.
 */
public final class RestrictedLearner {
    private static final double FIRST_WEIGHTS = 0.05;
    private static final List<String> PHASES = List.of("up", "down", "change");

    private final RestrictedConfig.Loaded config;
    private final ChipSpec chip;
    private final Inventory inventory;
    private final List<boolean[]> pictures;
    private final PlacedMatrix matrix;
    private final LearningTile tile;
    private final RestrictedMachine machine;

    private RestrictedLearner(RestrictedConfig.Loaded loaded) {
        this.config = loaded;
        RestrictedConfig asked = loaded.config();
        ChipFiles.Loaded file = asked.loadChip();
        this.chip = file.file().as(spec -> spec, reference -> {
            throw new BadInput(
                    "chip: " + reference.chip()
                            + " is a reference machine (kind: roofline), which has no arrays; take a chip that trains (analog-train)");
        });
        this.inventory = file.inventory();
        this.pictures = BarsAndStripes.of(asked.side());
        int rows = asked.side() * asked.side() + 1;
        int columns = asked.hidden() + 1;
        this.matrix = PlacedMatrix.of(chip, "couplings", rows, columns, new float[rows * columns], null);
        this.tile = new LearningTile(matrix);
        LearningMatrix weights = asked.ideal() ? new FloatMatrix(rows, columns) : tile.inCells(asked.seed());
        weights.set(first(rows, columns, Draws.of(asked.seed(), "couplings", "first")));
        this.machine = new RestrictedMachine(weights, Draws.of(asked.seed(), "units", "decisions"));
    }

    /**
     * Ready for its first picture.
     *
     * @throws BadInput for whatever is wrong with the chip
     * @throws mho.core.engine.ModelSaysNo if the couplings do not fit in a tile, or its arrays do not learn
     */
    public static RestrictedLearner of(RestrictedConfig.Loaded config) {
        return new RestrictedLearner(config);
    }

    private static float[] first(int rows, int columns, RandomGenerator random) {
        float[] weights = new float[rows * columns];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (FIRST_WEIGHTS * random.nextGaussian());
        }
        return weights;
    }

    /** @param told how many epochs are over */
    public LearntMachine run(IntConsumer told) {
        RestrictedConfig asked = config.config();
        ContrastiveDivergence rule = new ContrastiveDivergence(machine, asked.steps(), asked.rate());
        RandomGenerator order = Draws.of(asked.seed(), "pictures", "order");
        List<boolean[]> shuffled = new ArrayList<>(pictures);
        List<LikelihoodRecord> epochs = new ArrayList<>(List.of(record(0)));
        long learnt = 0;
        for (int epoch = 1; epoch <= asked.epochs(); epoch++) {
            shuffle(shuffled, order);
            for (boolean[] picture : shuffled) {
                rule.learn(picture);
                book(asked.steps());
                learnt++;
            }
            epochs.add(record(epoch));
            told.accept(epoch);
        }
        List<TileBook> books = tile.books();
        long[] times = {learnt * (asked.steps() + 1), learnt * asked.steps(), 2 * learnt};
        List<LearningPhase> phases = new ArrayList<>();
        Map<String, Double> joules = new LinkedHashMap<>();
        for (int i = 0; i < PHASES.size(); i++) {
            TileBook book = books.get(i);
            phases.add(new LearningPhase(PHASES.get(i), times[i], book.seconds(), book.totalJoules(inventory)));
            book.joules(inventory).forEach((part, energy) -> joules.merge(part, energy, Double::sum));
        }
        return new LearntMachine(
                config,
                chip.chip(),
                machine.visible(),
                machine.hidden(),
                pictures.size(),
                -Math.log(pictures.size()),
                matrix.arrays(),
                epochs,
                phases,
                joules,
                tile.learnt());
    }

    /** By chance, as the order of a picture beside others is not to be learnt. */
    private static void shuffle(List<boolean[]> pictures, RandomGenerator random) {
        for (int i = pictures.size() - 1; i > 0; i--) {
            java.util.Collections.swap(pictures, i, random.nextInt(i + 1));
        }
    }

    /** Every line is counted as driven: which units are on is chance. */
    private void book(int steps) {
        tile.up(matrix.inputs());
        for (int step = 0; step < steps; step++) {
            tile.down();
            tile.up(matrix.inputs());
        }
        tile.change();
        tile.change();
    }

    private LikelihoodRecord record(int epoch) {
        double likelihood = new ExactLikelihood(machine.weights(), machine.visible(), machine.hidden()).of(pictures);
        return new LikelihoodRecord(epoch, likelihood, tile.seconds(), tile.joules(inventory));
    }
}
