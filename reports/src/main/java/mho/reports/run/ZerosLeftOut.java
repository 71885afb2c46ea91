package mho.reports.run;

import java.util.List;
import java.util.Objects;
import mho.arch.cut.Compact;
import mho.arch.cut.StoredLines;
import mho.arch.plan.Stage;
import mho.arch.run.TimedRun;

/** Which rows and columns of zeros a run did not store, in a sentence. */
final class ZerosLeftOut {
    /** Layers that are named one by one. */
    private static final int NAMED = 3;

    private ZerosLeftOut() {}

    /** Nothing where all is stored. */
    static List<String> remarks(Compact compact, TimedRun timed) {
        return switch (compact) {
            case NONE -> List.of();
            case ZEROS -> List.of("mapping.compact: " + sentence(timed));
        };
    }

    private static String sentence(TimedRun timed) {
        List<String> layers = timed.placement().pipeline().stages().stream()
                .filter(stage -> stage.rowsLeftOut() + stage.columnsLeftOut() > 0)
                .map(ZerosLeftOut::of)
                .toList();
        if (layers.isEmpty()) {
            return "no layer has a row or a column of nothing but zeros";
        }
        String named = String.join("; ", layers.subList(0, Math.min(NAMED, layers.size())));
        int more = layers.size() - NAMED;
        return "of nothing but zeros and not stored: " + named + (more > 0 ? "; and of " + more + " more layers" : "");
    }

    private static String of(Stage stage) {
        StoredLines stored = Objects.requireNonNull(stage.stored());
        return "%d of %d rows and %d of %d columns of %s"
                .formatted(
                        stored.rowsLeftOut(),
                        stored.rowsLeftOut() + stored.rows(),
                        stored.columnsLeftOut(),
                        stored.columnsLeftOut() + stored.columns(),
                        stage.node().name());
    }
}
