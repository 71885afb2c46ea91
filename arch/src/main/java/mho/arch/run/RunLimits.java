package mho.arch.run;

import mho.core.engine.Model;
import mho.core.engine.ModelSaysNo;

/** What a run may be as a whole, counted before it begins: layers that are each within their bounds may be too many together. */
final class RunLimits {
    /** Steps that are simulated at least; the engine does some ten million a second, so half an hour. */
    static final long MOST_STEPS = 1L << 34;

    /** Layers times inputs; when each input begins and ends in each layer is kept. */
    static final long MOST_TIMES = 1L << 25;

    private RunLimits() {}

    /** The inputs that a run may have at most; refuses what is more than those. */
    static InputCount checked(Model model, InputCount asked) {
        InputCount inputs = asked.within(MOST_TIMES / model.stages());
        long times = (long) model.stages() * inputs.most();
        if (times > MOST_TIMES) {
            throw new ModelSaysNo(
                    "%d layers times up to %d inputs are more than the %d beginnings and ends that are kept: ask for fewer images"
                            .formatted(model.stages(), inputs.most(), MOST_TIMES));
        }
        double images = inputs.most() == 1 ? 1 : Math.max(inputs.least(), SteadyInflow.FEW);
        double steps = images * model.stepsPerImage();
        if (steps > MOST_STEPS) {
            throw new ModelSaysNo(
                    "a run of %.0f inputs with %d steps each, over all layers, is more than the %d steps that are simulated: ask for fewer images, a smaller network, or fewer tiles that a window goes to"
                            .formatted(images, model.stepsPerImage(), MOST_STEPS));
        }
        return inputs;
    }
}
