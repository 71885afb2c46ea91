package mho.periphery.driver;

import java.util.List;
import mho.periphery.driver.Digit.Part;

/** How the signs of inputs, and of weights, are spread over phases. */
enum Signs {
    /** A row applies either sign in the same phase. */
    TOGETHER,
    /** Inputs above zero first, then those below. */
    INPUTS_APART,
    /** Each sign of input and of weight in a phase of its own. */
    INPUTS_AND_WEIGHTS_APART;

    List<SignPhase> phases() {
        return switch (this) {
            case TOGETHER -> List.of(new SignPhase(Part.SIGNED, Side.BOTH, false));
            case INPUTS_APART -> List.of(
                    new SignPhase(Part.POSITIVE, Side.BOTH, false), new SignPhase(Part.NEGATIVE, Side.BOTH, true));
            case INPUTS_AND_WEIGHTS_APART -> List.of(
                    new SignPhase(Part.POSITIVE, Side.POSITIVE, false),
                    new SignPhase(Part.POSITIVE, Side.NEGATIVE, true),
                    new SignPhase(Part.NEGATIVE, Side.POSITIVE, true),
                    new SignPhase(Part.NEGATIVE, Side.NEGATIVE, false));
        };
    }
}
