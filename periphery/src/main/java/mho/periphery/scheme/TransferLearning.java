package mho.periphery.scheme;

import java.util.List;
import java.util.stream.Stream;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.random.NormalStream;

/** A fast array that takes every update, and a slow one to which its rows are transferred in turn. */
final class TransferLearning extends LearningCells {
    private final TransferShape shape;
    private final PulsedCells fast;
    private final PulsedCells slow;
    private final PulseWriter writer;
    private final LineTransfer transfer;
    private final OutputChain chain;
    private final NormalStream noise;
    private final List<CellPopulation> all;
    private final float[] line;
    private final float[] signedX;
    private final float[] signedDelta;
    private final float[] slowWeights;
    private int since;
    private int row;
    private float rate;

    TransferLearning(
            MatrixSite site,
            TransferShape shape,
            PulsedCells fast,
            PulsedCells slow,
            PulseWriter writer,
            LineTransfer transfer) {
        super(site);
        this.shape = shape;
        this.fast = fast;
        this.slow = slow;
        this.writer = writer;
        this.transfer = transfer;
        chain = new OutputChain(shape.read() == null ? ReadPath.IDEAL : shape.read(), 1);
        noise = site.stream(MatrixSite.Use.READS, 0);
        all = Stream.concat(fast.populations().stream(), slow.populations().stream())
                .toList();
        line = new float[site.columns()];
        signedX = new float[site.rows()];
        signedDelta = new float[site.columns()];
        slowWeights = new float[site.count()];
    }

    @Override
    void learn(float[] x, int xAt, float[] delta, int deltaAt, float networkRate) {
        rate = networkRate * scale(); // of the network: transfers are between arrays, whatever a weight is worth
        float fastRate = (float) (networkRate * shape.fastRate());
        if (transfer.chops()) {
            for (int r = 0; r < signedX.length; r++) {
                signedX[r] = transfer.rowSign(r) * x[xAt + r];
            }
            for (int column = 0; column < signedDelta.length; column++) {
                signedDelta[column] = transfer.columnSign(column) * delta[deltaAt + column];
            }
            writer.update(signedX, 0, signedDelta, 0, fastRate, counts().updates());
        } else {
            writer.update(x, xAt, delta, deltaAt, fastRate, counts().updates());
        }
        if (shape.counted() == TransferShape.Beat.UPDATE) {
            beat();
        }
    }

    private void beat() {
        since++;
        if (since < shape.every()) {
            return;
        }
        since = 0;
        for (int column = 0; column < line.length; column++) {
            line[column] = (float) chain.converted(chain.sum(fast.weight(row, column), noise));
        }
        counts().read(1, fast.cellsRead(), line.length);
        transfer.take(row, line, (float) (rate * shape.transferRate()), counts());
        row = (row + 1) % rows();
    }

    @Override
    public void exampleEnds() {
        fast.leak(1);
        slow.leak(1);
    }

    @Override
    public void batchEnds() {
        if (shape.counted() == TransferShape.Beat.BATCH && rate > 0) {
            beat();
        }
    }

    @Override
    void composed(float[] into) {
        if (shape.fastShare() == 0) {
            slow.read(into);
            return;
        }
        fast.read(into);
        slow.read(slowWeights);
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) (shape.fastShare() * into[i] + slowWeights[i]);
        }
    }

    /** The slow array has them; the fast one is set to zero. */
    @Override
    void program(float[] composed) {
        fast.set(new float[composed.length]);
        slow.set(composed);
        transfer.forget();
    }

    @Override
    public List<CellPopulation> populations() {
        return all;
    }

    @Override
    void saveOwn(CellState into) {
        fast.save("fast", into);
        slow.save("slow", into);
        writer.save("fast-pulses", into);
        transfer.save(into);
        long[] words = new long[NormalStream.STATE_WORDS + 3];
        noise.save(words, 0);
        words[NormalStream.STATE_WORDS] = since;
        words[NormalStream.STATE_WORDS + 1] = row;
        words[NormalStream.STATE_WORDS + 2] = Float.floatToIntBits(rate);
        into.longs("transfers", words);
    }

    @Override
    void restoreOwn(CellState from) {
        fast.restore("fast", from);
        slow.restore("slow", from);
        writer.restore("fast-pulses", from);
        transfer.restore(from);
        long[] words = new long[NormalStream.STATE_WORDS + 3];
        from.take("transfers", words);
        noise.restore(words, 0);
        since = (int) words[NormalStream.STATE_WORDS];
        row = (int) words[NormalStream.STATE_WORDS + 1];
        rate = Float.intBitsToFloat((int) words[NormalStream.STATE_WORDS + 2]);
    }
}
