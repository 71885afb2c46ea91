package mho.reports.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.reports.training.TrainingSession;
import org.jspecify.annotations.Nullable;

/** The checkpoint of a training; where none is asked for, nothing. */
final class TrainingLog {
    private final @Nullable Path file;
    private final TrainingSession session;

    private TrainingLog(@Nullable Path file, TrainingSession session) {
        this.file = file;
        this.session = session;
    }

    /** Lets a training go on where its checkpoint is. */
    static TrainingLog of(@Nullable Path file, TrainingSession session) {
        if (file != null && Files.exists(file)) {
            session.restore(file);
        }
        return new TrainingLog(file, session);
    }

    /** After an epoch. */
    void write() {
        if (file != null) {
            session.save(file);
        }
    }

    /** @throws BadInput if more epochs are over than were asked for */
    void requireRoom(int epochs) {
        if (session.epochs() > epochs) {
            throw new BadInput("%s: %d epochs are over, and %d were asked for; ask for so many or more (--epochs %d)"
                    .formatted(file, session.epochs(), epochs, session.epochs()));
        }
    }
}
