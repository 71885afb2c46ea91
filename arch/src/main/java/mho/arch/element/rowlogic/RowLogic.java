package mho.arch.element.rowlogic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import mho.arch.cut.WeightLayout;
import mho.arch.element.ChipContext;
import mho.arch.element.Description;
import mho.arch.element.Description.Line;
import mho.arch.element.Element;
import mho.arch.element.ElementSite;
import mho.arch.element.ElementTiming;
import mho.arch.element.ElementValues;
import mho.arch.element.ElementWriter;
import mho.arch.element.FigureTie;
import mho.arch.element.PartList;
import mho.arch.element.Problems;
import mho.arch.element.digital.ExactValues;
import mho.core.cost.Action;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.quantity.Quantity;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Memory whose bitlines compute: operations are programs of row accesses and steps of logic, which all columns of an array follow at once.
 *
 * @param inputs whose weights stand in an array
 * @param operandRows rows that keep no weights
 * @param columnsPerWeight of an array whose cells have logic: bits of a weight, and those by which its product is longer
 * @param logic null where its steps cost nothing beside the accesses
 */
@Kind("row-logic")
public record RowLogic(
        @Scales(why = "the parts say so") @Doc("Rows of cells of an array") int rows,
        @Scales(why = "the parts say so") @Doc("Columns of cells of an array") int columns,
        @Scales(why = "figures are those of one array") @Doc("Arrays of a core") @Default("1") int arrays,
        @Scales(why = "an access costs what it cost") @Doc("Inputs whose weights an array keeps") int inputs,
        @Scales(why = "an access costs what it cost")
                @Doc("Rows that keep no weights but values and sums")
                @Default("0")
                @Range(min = 0, max = 1 << 20)
                int operandRows,
        @Scales(why = "an access costs what it cost") @Doc("Columns that a weight takes") @Default("1")
                int columnsPerWeight,
        @Scales(why = "an access costs what it cost")
                @Doc(
                        "serial: an output a column, input after input; tree: a product a column, added up level by level; cells: all inputs at once, bit after bit; planes: a row a bit of an output's weights, sensed with one of the inputs")
                @Default("serial")
                RowArrangement arrangement,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time of which accesses and logic take whole numbers")
                @Unit("s")
                double step,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Steps of a row access") @Default("1")
                int rowSteps,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Steps of one of logic")
                @Default("0")
                @Range(min = 0, max = 65536)
                int logicSteps,
        @Scales(why = "the unit says so") @Doc("Bits of a weight") @Unit("bit") @Range(min = 1, max = 24)
                int weightBits,
        @Scales(why = "an access costs what it cost") @Doc("Bits of a sum") @Unit("bit") @Range(min = 1, max = 64)
                int sumBits,
        RowPrograms programs,
        RowAccess access,
        @Nullable RowPart logic)
        implements Element {

    public static final Action ACCESS = new Action("tile.core.access", "row access");
    public static final Action STEP = new Action("tile.core.logic", "logic step");

    @Override
    public WeightLayout layout() {
        return arrangement.layout(inputs, columns, columnsPerWeight, planes() / weightBits, weightBits > 1);
    }

    /** Rows that keep weights. */
    private int planes() {
        return rows - operandRows;
    }

    @Override
    public ElementTiming timing(int valueBits, double cycle) {
        return steps(valueBits);
    }

    private RowLogicTiming steps(int valueBits) {
        return new RowLogicTiming(
                layout(),
                arrays,
                1 / step,
                rowSteps,
                logicSteps,
                access.refresh(),
                arrangement,
                programs,
                valueBits,
                weightBits,
                sumBits);
    }

    @Override
    public ElementValues values(int valueBits, double kelvin) {
        return new ExactValues(valueBits, weightBits);
    }

    @Override
    public double occupancySeconds(int valueBits) {
        return steps(valueBits).cycles(inputs, outputs()) * step;
    }

    /** Of an array. */
    private int outputs() {
        return layout().weightsAcross();
    }

    /** Weights that one access reaches, where each cell has logic; a row counts as one. */
    private double together() {
        return arrangement == RowArrangement.CELLS ? (double) inputs * layout().weightsAcross() : 1;
    }

    @Override
    public void addParts(ElementSite where, PartList list) {
        RowProgram program = steps(where.valueBits()).vector(inputs, outputs());
        double vectors = 1 / occupancySeconds(where.valueBits());
        list.each(
                () -> add(ACCESS, access.cost(), access::figures, where, list, rowSteps, program.accesses() * vectors),
                () -> {
                    if (logic != null) {
                        add(STEP, logic.cost(), logic::figures, where, list, logicSteps, program.logic() * vectors);
                    }
                });
    }

    /** Figures of a part that is active so often a second. */
    @FunctionalInterface
    private interface Figures {
        ResolvedFigures at(String path, double perSecond);
    }

    private void add(
            Action action, Cost cost, Figures figures, ElementSite where, PartList list, int steps, double wanted) {
        double full = together() / (Math.max(1, steps) * step);
        double needed = PartList.needed(cost, full, together() * wanted);
        list.add(action, where.elements() * arrays, figures.at(action.part(), full), full, needed);
    }

    /** An access and a step of logic are those of a whole array. */
    @Override
    public List<FigureTie> elsewhere(ChipContext chip) {
        return List.of(
                tie(ACCESS, "rows", rows),
                tie(ACCESS, "columns", columns),
                tie(STEP, "rows", rows),
                tie(STEP, "columns", columns));
    }

    private static FigureTie tie(Action action, String what, int value) {
        return new FigureTie(
                action.part(),
                what,
                "1",
                () -> value,
                ScalingLaw.RESTATE,
                ScalingLaw.RESTATE,
                "figures are those of a whole array");
    }

    @Override
    public void checkSizes(Problems problems) {
        problems.atMost("tile.core.rows", rows, 1 << 20, "no array of cells is that large");
        problems.atMost("tile.core.columns", columns, 1 << 20, "no array of cells is that large");
        problems.atMost("tile.core.arrays", arrays, 1 << 16, "no core has that many");
        problems.atMost("tile.core.row-steps", rowSteps, 1 << 16, "take a longer step");
        problems.atMost("tile.core.columns-per-weight", columnsPerWeight, columns, "no weight would fit");
        problems.atMost(
                "tile.core.inputs",
                inputs,
                arrangement == RowArrangement.TREE || arrangement == RowArrangement.PLANES ? columns : planes(),
                "their weights would not fit");
        problems.atMost("tile.core.operand-rows", operandRows, rows - weightBits, "no weight would fit");
    }

    @Override
    public boolean check(ChipContext chip, Problems problems) {
        if (chip.valueBits() > ExactValues.MOST_BITS) {
            problems.refuse(
                    "precision.values",
                    "integers take at most %d bits, found %d".formatted(ExactValues.MOST_BITS, chip.valueBits()));
            return false;
        }
        return true;
    }

    @Override
    public double storedBits() {
        return (double) rows * columns;
    }

    @Override
    public ElementWriter writer(ToDoubleFunction<Action> joules, int tiles) {
        return new RowLogicWriter();
    }

    @Override
    public Description describe(int valueBits) {
        RowProgram program = steps(valueBits).vector(inputs, outputs());
        double seconds = occupancySeconds(valueBits);
        Map<String, Number> multiply = new LinkedHashMap<>();
        multiply.put("interval_s", seconds);
        multiply.put("latency_s", steps(valueBits).latency(inputs, outputs()) * step);
        multiply.put("row_accesses", program.accesses());
        return new Description(
                List.of(
                        new Line("array", "%d rows x %d columns of cells that compute".formatted(rows, columns)),
                        new Line("weights", weightBits + " bit, of " + inputs + " inputs")),
                List.of(new Line(
                        "multiply",
                        "a vector every " + Quantity.format(seconds, "s") + ", in " + program.accesses()
                                + " row accesses; exact integers")),
                Map.of("weight_bits", weightBits),
                multiply);
    }
}
