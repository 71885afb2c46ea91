package mho.arch.chip;

import java.util.stream.Stream;
import mho.core.cost.Gating;
import org.jspecify.annotations.Nullable;

/** Switches in the supplies of a chip, as time sees them. */
final class WakeUps {
    private WakeUps() {}

    /** What an input waits for that finds the chip at rest, seconds: all that is off between uses is woken when it comes. */
    static double longestS(ChipSpec chip) {
        Stream<@Nullable Gating> parts =
                ChipPart.of(chip).values().stream().map(part -> part.cost().gating());
        return Stream.concat(
                        parts, chip.faces().stream().map(face -> face.tile().gating()))
                .mapToDouble(gating -> gating != null && gating.betweenUses() ? gating.wakeUp() : 0)
                .max()
                .orElse(0);
    }
}
