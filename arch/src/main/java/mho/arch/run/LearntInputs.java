package mho.arch.run;

import java.util.Map;
import mho.arch.element.LearntArrays;

/**
 * What learning did to arrays over some inputs.
 *
 * @param byStage of every stage that updates weights
 * @param inputs that were learnt
 */
public record LearntInputs(Map<Integer, LearntArrays> byStage, double inputs) {
    public LearntInputs {
        byStage = Map.copyOf(byStage);
    }
}
