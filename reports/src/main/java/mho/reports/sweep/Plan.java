package mho.reports.sweep;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.function.Predicate;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.run.Library;
import mho.reports.run.Prepared;
import mho.reports.sheet.Changed;
import org.jspecify.annotations.Nullable;

/** A point that is known by its hash, with the keys of what it shares with others. */
final class Plan {
    private final Question question;
    private final Library library;
    private final Point point;
    private final String sha256;
    private final List<Changed> changed;
    private @Nullable Shared shared;
    // Made again where memory got short: a thousand chips are a few hundred megabytes.
    private SoftReference<@Nullable Prepared> prepared;

    /** What points have in common whose keys are equal. */
    private record Shared(Object timeKey, @Nullable Object valuesKey) {
        static Shared of(Prepared prepared) {
            return new Shared(prepared.timeKey(), prepared.valuesKey());
        }
    }

    /** @param done whether it has been computed already, and nothing but its hash will be wanted */
    private Plan(Question question, Library library, Point point, Prepared prepared, Predicate<String> done) {
        this.question = question;
        this.library = library;
        this.point = point;
        this.sha256 = prepared.config().sha256();
        this.changed = Changed.of(prepared.config().chip());
        boolean held = !done.test(sha256);
        this.shared = held ? Shared.of(prepared) : null;
        this.prepared = new SoftReference<>(held ? prepared : null);
    }

    /** A plan, or why there is none. */
    record Made(@Nullable Plan plan, @Nullable Outcome failure) {}

    /** @param done whether the point of a hash has been computed already */
    static Made of(Question question, Library library, Point point, Predicate<String> done) {
        try {
            Prepared prepared = Prepared.of(question.config(point), library).withData();
            return new Made(new Plan(question, library, point, prepared, done), null);
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

    /** Figures of its chip that were set. */
    List<Changed> changed() {
        return changed;
    }

    Object timeKey() {
        return shared().timeKey;
    }

    @Nullable
    Object valuesKey() {
        return shared().valuesKey;
    }

    private synchronized Shared shared() {
        if (shared == null) {
            shared = Shared.of(prepared());
        }
        return shared;
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
