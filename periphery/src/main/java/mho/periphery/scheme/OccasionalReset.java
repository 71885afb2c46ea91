package mho.periphery.scheme;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.learning.Movement;
import org.jspecify.annotations.Nullable;

/**
 * Another scheme on pairs of devices that move one way each, which fill up until their weights stand still near zero: every few batches all
 * pairs are read and those that are full are reset and written anew ({@link mho.periphery.learning.OneSidedPair}). Suri et al., IEDM, 2011;
 * Burr et al., IEEE Transactions on Electron Devices 62:3498, 2015; IBM aihwkit 4545f11 tests after every batch (OneSided).
 */
@Kind("occasional-reset")
public record OccasionalReset(
        @Doc("How pairs learn") @Default("{kind: stochastic}") UpdateScheme update,
        @Doc("Batches between two refreshes") @Unit("1") @Default("1") @Range(min = 1) int every)
        implements UpdateScheme {

    public OccasionalReset {
        if (update.roles().stream().noneMatch(role -> role.accepts().contains(Movement.PAIRED))) {
            throw new BadInput(
                    "scheme \"" + update.kind() + "\" uses no pairs that an occasional reset could free; use it"
                            + " alone, or \"occasional-reset\" with \"stochastic\"");
        }
    }

    /** Those of the scheme, of which pairs are wanted where it takes pairs. */
    @Override
    public @Nullable TrainPlan plan() {
        return update.plan();
    }

    @Override
    public List<DeviceRole> roles() {
        return update.roles().stream().map(OccasionalReset::paired).toList();
    }

    private static DeviceRole paired(DeviceRole role) {
        Set<Movement> pairs = EnumSet.of(Movement.PAIRED);
        return role.accepts().contains(Movement.PAIRED) ? new DeviceRole(role.name(), pairs) : role;
    }

    /** Both cells of all pairs are read, row by row, beside what the scheme does itself. */
    @Override
    public TransferPlan transfers(int rows) {
        TransferPlan own = update.transfers(rows);
        return new TransferPlan(
                own.readsOfUpdate(),
                own.slotsOfUpdate(),
                own.readsOfExample() + (double) rows / every,
                own.slotsOfExample(),
                2 * cellsPerWeight());
    }

    @Override
    public double[] significances() {
        return update.significances();
    }

    @Override
    public LearningCells made(MatrixSite site) {
        return new Learning(every, update.made(site), site);
    }

    private static final class Learning extends LearningCells {
        private final int every;
        private final LearningCells cells;
        private final PairRefresh refresh;
        private int batches;

        Learning(int every, LearningCells cells, MatrixSite site) {
            super(site, cells.counts());
            this.every = every;
            this.cells = cells;
            this.refresh = new PairRefresh(cells.populations());
        }

        @Override
        void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            cells.learn(x, xAt, delta, deltaAt, rate);
        }

        @Override
        public void exampleEnds() {
            cells.exampleEnds();
        }

        @Override
        public void batchEnds() {
            cells.batchEnds();
            batches++;
            if (batches == every) {
                batches = 0;
                refresh.refresh(counts());
            }
        }

        @Override
        void composed(float[] into) {
            cells.composed(into);
        }

        @Override
        void program(float[] composed) {
            cells.program(composed);
        }

        @Override
        public List<CellPopulation> populations() {
            return cells.populations();
        }

        @Override
        void saveOwn(CellState into) {
            cells.saveOwn(into);
            into.longs("batches-since-refresh", batches);
        }

        @Override
        void restoreOwn(CellState from) {
            cells.restoreOwn(from);
            long[] words = new long[1];
            from.take("batches-since-refresh", words);
            batches = (int) words[0];
        }
    }
}
