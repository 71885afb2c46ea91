package mho.reports.sweep;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.function.Predicate;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.Point;
import mho.reports.run.InputCache;
import mho.reports.run.PreparedRun;
import mho.reports.sheet.ChangedFigure;
import org.jspecify.annotations.Nullable;

/** A point that is known by its hash, with the keys of what it shares with others. */
final class PointPlan {
    private final SweepQuestion question;
    private final InputCache library;
    private final Point point;
    private final String sha256;
    private final List<ChangedFigure> changed;
    private @Nullable Shared shared;
    // Made again where memory got short: a thousand chips are a few hundred megabytes.
    private SoftReference<@Nullable PreparedRun> prepared;

    /** What points have in common whose keys are equal. */
    private record Shared(Object timeKey, @Nullable Object valuesKey) {
        static Shared of(PreparedRun prepared) {
            return new Shared(prepared.timeKey(), prepared.valuesKey());
        }
    }

    /** @param done whether it has been computed already, and nothing but its hash will be wanted */
    private PointPlan(
            SweepQuestion question, InputCache library, Point point, PreparedRun prepared, Predicate<String> done) {
        this.question = question;
        this.library = library;
        this.point = point;
        this.sha256 = prepared.config().sha256();
        this.changed = ChangedFigure.of(prepared.config().chip());
        boolean held = !done.test(sha256);
        this.shared = held ? Shared.of(prepared) : null;
        this.prepared = new SoftReference<>(held ? prepared : null);
    }

    /** A plan, or why there is none. */
    record Made(@Nullable PointPlan plan, @Nullable PointOutcome failure) {}

    /** @param done whether the point of a hash has been computed already */
    static Made of(SweepQuestion question, InputCache library, Point point, Predicate<String> done) {
        try {
            PreparedRun prepared =
                    PreparedRun.of(question.config(point), library).withData();
            return new Made(new PointPlan(question, library, point, prepared, done), null);
        } catch (BadInput | ModelSaysNo e) {
            return new Made(null, PointOutcome.of(e));
        }
    }

    Point point() {
        return point;
    }

    String sha256() {
        return sha256;
    }

    /** Figures of its chip that were set. */
    List<ChangedFigure> changed() {
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

    synchronized PreparedRun prepared() {
        PreparedRun known = prepared.get();
        if (known == null) {
            known = PreparedRun.of(question.config(point), library);
            prepared = new SoftReference<>(known);
        }
        return known;
    }
}
