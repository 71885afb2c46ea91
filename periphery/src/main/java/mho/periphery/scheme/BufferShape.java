package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * A digital buffer H, one number a weight, between a fast and a slow array: H += rate · what was read; then n = trunc(H / (threshold · step of
 * the slow cells)), at most {@code most} either way, pulses go to the slow array, and where n is not zero H becomes momentum · H ({@code
 * forgets}) or H − (1 − momentum) · n · threshold · step. Gokmen, Frontiers in Artificial Intelligence 4:699148, 2021; IBM aihwkit 4545f11
 * (BufferedTransferCompound), whose defaults these are.
 */
public record BufferShape(
        @Doc("Buffered change that makes a pulse, over the step of the slow cells") @Unit("1") @Default("1")
                double threshold,
        @Doc("Most pulses of a weight in a transfer") @Unit("1") @Default("1") @Range(min = 1) int most,
        @Doc("Part of the buffer that a pulse leaves") @Unit("1") @Default("0.1") @Range(min = 0, max = 1)
                double momentum,
        @Doc("Whether a pulse leaves that part of the whole buffer, or takes off the rest of the pulse alone")
                @Default("true")
                boolean forgets) {}
