package mho.periphery.driver;

import java.util.List;
import mho.periphery.driver.Digit.Part;

/** How the signs of inputs, and of weights, are spread over phases. */
enum SignPhases {
    /** A row applies either sign in the same phase. */
    TOGETHER,
    /** Inputs above zero first, then those below. */
    INPUTS_APART,
    /** Each sign of input and of weight in a phase of its own. */
    INPUTS_AND_WEIGHTS_APART;

    List<SignPhase> phases() {
        return switch (this) {
            case TOGETHER -> List.of(new SignPhase(Part.SIGNED, WeightSide.BOTH, false));
            case INPUTS_APART -> List.of(
                    new SignPhase(Part.POSITIVE, WeightSide.BOTH, false),
                    new SignPhase(Part.NEGATIVE, WeightSide.BOTH, true));
            case INPUTS_AND_WEIGHTS_APART -> List.of(
                    new SignPhase(Part.POSITIVE, WeightSide.POSITIVE, false),
                    new SignPhase(Part.POSITIVE, WeightSide.NEGATIVE, true),
                    new SignPhase(Part.NEGATIVE, WeightSide.POSITIVE, true),
                    new SignPhase(Part.NEGATIVE, WeightSide.NEGATIVE, false));
        };
    }
}
