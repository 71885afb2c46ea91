package mho.reports.trace;

import java.util.List;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StagePlacement;
import mho.core.engine.Model;

/** What a span is called: {@code conv1[12,7] #0}, the layer, the output position, the image; of layers that take turns, the step. */
final class WindowNames {
    private final byte[][] layer;
    private final int[] windows;
    private final int[] width;
    private final boolean[] flat;
    private final boolean[] copied;
    private final int[][] windowAt;
    private final StagePlacement[] seats;
    /** Layers that take turns have steps, which are numbered through. */
    private final boolean turns;

    private final int batch;

    WindowNames(Placement placement, Model model) {
        List<Stage> stages = placement.pipeline().stages();
        int count = model.stages();
        layer = new byte[count][];
        windows = new int[count];
        width = new int[count];
        flat = new boolean[count];
        copied = new boolean[count];
        windowAt = new int[count][];
        seats = new StagePlacement[count];
        turns = placement.takesTurns();
        batch = placement.updates().batch();
        for (int s = 0; s < count && turns; s++) {
            layer[s] = EventLine.escaped(model.stageName(s));
        }
        for (int s = 0; s < count && !turns; s++) {
            Stage stage = stages.get(s);
            layer[s] = EventLine.escaped(stage.node().name());
            windows[s] = stage.windows();
            width[s] = stage.node().output().width();
            flat[s] = stage.node().output().height() == 1;
            windowAt[s] = placement.orders().get(s).windowAt();
            seats[s] = placement.seats().get(s);
            copied[s] = !stage.isInput() && placement.copies(stage) > 1;
        }
    }

    void writeLayer(EventLine line, int stage, int image) {
        line.raw(layer[stage]).raw(" #").number(image);
    }

    /**
     * @param image of a batch in training, which of them
     * @param rank of the window in the order the stage starts them; in training input after input, and behind them what is gathered
     */
    void writeWindow(EventLine line, int stage, int image, int rank) {
        line.raw(layer[stage]);
        if (isEnd(stage, rank)) {
            line.raw("[all] #").number(image);
            return;
        }
        if (turns) {
            line.raw("[").number(rank).raw("]");
        } else if (windows[stage] > 1) {
            int window = windowAt[stage][rank % windows[stage]];
            line.raw("[");
            if (!flat[stage]) {
                line.number(window / width[stage]).raw(",");
            }
            line.number(window % width[stage]).raw("]");
        }
        line.raw(" #").number(turns ? image : image * batch + rank / windows[stage]);
    }

    private boolean isEnd(int stage, int rank) {
        return !turns && rank == batch * windows[stage];
    }

    /** Where the layer has several copies, which of them works on the window. */
    void writeCopy(EventLine line, int stage, int rank) {
        if (copied[stage] && !isEnd(stage, rank)) {
            line.raw(",\"copy\":").number(seats[stage].siteOf(windowAt[stage][rank % windows[stage]]));
        }
    }
}
