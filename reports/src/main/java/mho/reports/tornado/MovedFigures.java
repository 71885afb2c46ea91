package mho.reports.tornado;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;

/**
 * Figures of a machine with one number moved.
 *
 * @param value that was tried
 * @param factor over what is assumed
 * @param figures by side; none where it was refused
 * @param refused why, by side
 */
record MovedFigures(String value, double factor, Map<TornadoSide, Double> figures, Map<TornadoSide, String> refused) {

    static MovedFigures of(
            MeasuredMachine base, AssumedNumber number, List<AssumedNumber.Tried> tries, List<TornadoSide> sides) {
        List<BadInput> problems = new ArrayList<>();
        for (AssumedNumber.Tried tried : tries) {
            try {
                return measured(base.believed(base.tree().with(number.path(), tried.node())), tried, sides);
            } catch (BadInput e) {
                problems.add(e);
            }
        }
        AssumedNumber.Tried last = tries.get(tries.size() - 1);
        MovedFigures none =
                new MovedFigures(last.text(), last.factor(), new IdentityHashMap<>(), new IdentityHashMap<>());
        String why = String.valueOf(problems.get(problems.size() - 1).getMessage());
        sides.forEach(side -> none.refused.put(side, why));
        return none;
    }

    private static MovedFigures measured(MeasuredMachine machine, AssumedNumber.Tried tried, List<TornadoSide> sides) {
        MovedFigures moved =
                new MovedFigures(tried.text(), tried.factor(), new IdentityHashMap<>(), new IdentityHashMap<>());
        for (TornadoSide side : sides) {
            try {
                moved.figures.put(side, side.figure().applyAsDouble(machine));
            } catch (ModelSaysNo | BadInput | IllegalArgumentException e) {
                moved.refused.put(side, String.valueOf(e.getMessage()));
            }
        }
        return moved;
    }
}
