package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;

/**
 * {@link TikiTaka} with a digital buffer between the arrays, which averages what is read of the fast one, so that noise of its cells and
 * reads does not reach the slow one. Gokmen, Frontiers in Artificial Intelligence 4:699148, 2021.
 */
@Kind("tiki-taka-v2")
public record TikiTakaV2(
        @Doc("How the fast array learns") @Default("{kind: stochastic, weight: {kind: referenced}}") PulseRule fast,
        @Doc("Of which cells a weight of the slow array is made") @Default("{kind: one}") ComposedWeight slowWeight,
        @Inline TransferShape transfer,
        @Inline BufferShape buffer)
        implements BufferedTransfer {

    @Override
    public LineTransfer lines(PulsedCells slow, MatrixSite site) {
        return new ChoppedLines(new LineBuffer(buffer, slow), site, 0, 0);
    }
}
