package mho.arch.element;

import java.util.function.Supplier;
import mho.core.cost.ScalingLaw;
import org.jspecify.annotations.Nullable;

/**
 * What the stated figures of one part owe to another, or to the chip: a row's wire is as long as the array has columns. What of a chip
 * stands neither here nor in a law of the part itself, no stated figure follows; node and temperature stand in {@link mho.periphery.model.Circuit}.
 */
public record FigureTie(
        String part,
        String what,
        String unit,
        Supplier<@Nullable Object> value,
        ScalingLaw energy,
        ScalingLaw area,
        String why) {}
