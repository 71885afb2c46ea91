package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * {@link TikiTakaV2} whose rows are written to the fast array with a sign that changes now and then, and read with the same: what the fast
 * array shows beside the gradient, an error of its reference above all, changes sign with it and averages out in the buffer. After each
 * read of a row its sign changes with a probability; signs of columns, where wanted, after each read of the last row. Rasch, Carta, Fagbohungbe
 * and Gokmen, Nature Communications 15:7133, 2024 (c-TTv2).
 */
@Kind("chopped")
public record Chopped(
        @Doc("How the fast array learns") @Default("{kind: stochastic}") PulseRule fast,
        @Doc("Of which cells a weight of the slow array is made") @Default("{kind: one}") ComposedWeight slowWeight,
        @Inline TransferShape transfer,
        @Inline BufferShape buffer,
        @Doc("Probability that a row changes its sign when it has been read")
                @Unit("1")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double chopProbability,
        @Doc("Probability that a column changes its sign when all rows have been read")
                @Unit("1")
                @Default("0")
                @Range(min = 0, max = 1)
                double columnChopProbability)
        implements BufferedTransfer {

    @Override
    public LineTransfer lines(PulsedCells slow, MatrixSite site) {
        return new ChoppedLines(new LineBuffer(buffer, slow), site, chopProbability, columnChopProbability);
    }
}
