package mho.arch.element.adders;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.ChipContext;
import mho.arch.element.Description;
import mho.arch.element.Element;
import mho.arch.element.ElementSite;
import mho.arch.element.ElementTiming;
import mho.arch.element.ElementValues;
import mho.arch.element.ElementWriter;
import mho.arch.element.PartList;
import mho.arch.element.Problems;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.arch.element.digital.ExactValues;
import mho.core.cost.Action;
import mho.core.cost.Cost;
import mho.core.cost.Counts;
import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.workloads.task.Verb;

/** A digital kind: a row of adders beside a memory of rows x columns weights, which takes its rows one after another. */
@Kind("adders")
public record Adders(
        @Scales(why = "it says how often one adds") @Doc("Rows of its memory") int rows,
        @Scales(why = "figures are those of one instance") @Doc("Adders, one a column") int columns,
        @Scales(why = "it sets times") @Doc("Time of a row") @Unit("s") double row,
        @Inline Cost cost)
        implements Element, PricedPart {
    static final Action SUM = new Action("tile.core", "product and sum");

    /** Rows one after another, however many columns. */
    private record Timing(WeightLayout layout, int cyclesARow) implements ElementTiming {
        @Override
        public int arrays() {
            return 1;
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of(Verb.MULTIPLY);
        }

        @Override
        public Service service(Verb verb, Block block) {
            return new Service(cyclesARow * block.rows(), cyclesARow * block.rows() + 1).times(block.vectors());
        }

        @Override
        public void count(Verb verb, Use use, Counts to) {
            to.add(SUM, use.weightCells());
        }
    }

    @Override
    public WeightLayout layout() {
        return new WeightLayout(rows, columns, 1, 0, false, true);
    }

    @Override
    public int arrays() {
        return 1;
    }

    @Override
    public ElementTiming timing(int valueBits, double cycle) {
        return new Timing(layout(), (int) Math.ceil(row / cycle));
    }

    @Override
    public ElementValues values(int valueBits, double kelvin) {
        return new ExactValues(valueBits, 8);
    }

    @Override
    public double occupancySeconds(int valueBits) {
        return rows * row;
    }

    @Override
    public void addParts(ElementSite where, PartList list) {
        list.add(SUM, where.elements() * columns, cost.resolve("tile.core", 1 / row, () -> null), 1 / row);
    }

    @Override
    public void checkSizes(Problems problems) {
        problems.atMost("tile.core.rows", rows, 1 << 20, "no memory is that long");
    }

    @Override
    public boolean check(ChipContext chip, Problems problems) {
        return true;
    }

    @Override
    public double storedBits() {
        return 8.0 * rows * columns;
    }

    @Override
    public ElementWriter writer(ToDoubleFunction<Action> joules, int tiles) {
        throw new UnsupportedOperationException("its memory is loaded like any other");
    }

    @Override
    public Description describe(int valueBits) {
        return new Description(List.of(), List.of(), Map.of(), Map.of());
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
