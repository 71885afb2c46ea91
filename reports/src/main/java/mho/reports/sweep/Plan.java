package mho.reports.sweep;

import java.lang.ref.SoftReference;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.run.Library;
import mho.reports.run.Prepared;
import org.jspecify.annotations.Nullable;

/** A point that is known by its hash, with the keys of what it shares with others. */
final class Plan {
    private final Question question;
    private final Library library;
    private final Point point;
    private final String sha256;
    private final Object timeKey;
    private final @Nullable Object valuesKey;
    // Made again where memory got short: a thousand chips are a few hundred megabytes.
    private SoftReference<Prepared> prepared;

    private Plan(Question question, Library library, Point point, Prepared prepared) {
        this.question = question;
        this.library = library;
        this.point = point;
        this.sha256 = prepared.config().sha256();
        this.timeKey = prepared.timeKey();
        this.valuesKey = prepared.valuesKey();
        this.prepared = new SoftReference<>(prepared);
    }

    /** A plan, or why there is none. */
    record Made(@Nullable Plan plan, @Nullable Outcome failure) {}

    static Made of(Question question, Library library, Point point) {
        try {
            Prepared prepared = Prepared.of(question.config(point), library).withData();
            return new Made(new Plan(question, library, point, prepared), null);
        } catch (BadInput | ModelSaysNo e) {
            return new Made(null, Outcome.of(e));
        }
    }

    Point point() {
        return point;
    }

    String sha256() {
        return sha256;
    }

    Object timeKey() {
        return timeKey;
    }

    @Nullable
    Object valuesKey() {
        return valuesKey;
    }

    synchronized Prepared prepared() {
        Prepared known = prepared.get();
        if (known == null) {
            known = Prepared.of(question.config(point), library);
            prepared = new SoftReference<>(known);
        }
        return known;
    }
}
