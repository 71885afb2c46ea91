package mho.arch.element;

import mho.arch.cut.Rim;

/**
 * What of an element one vector uses where sums of arrays are joined before anybody reads them.
 *
 * @param lines that are driven and read
 * @param rim where its values are converted
 * @param inputs values that come in, however many arrays they drive
 * @param outputs sums that go out, joined
 */
public record AnalogUse(Use lines, Rim rim, double inputs, double outputs) {}
