package mho.reports.sweep;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.function.Predicate;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.Point;
import mho.reports.run.InputCache;
import mho.reports.sheet.ChangedFigure;
import org.jspecify.annotations.Nullable;

/** A point that is known by its hash, with the keys of what it shares with others. */
final class PointPlan<M> {
    private final SweepQuestion question;
    private final PointKind<M> kind;
    private final InputCache library;
    private final Point point;
    private final String sha256;
    private final List<ChangedFigure> changed;
    private @Nullable Shared shared;
    // Made again where memory got short: a thousand chips are a few hundred megabytes.
    private SoftReference<@Nullable PreparedPoint<M>> prepared;

    /** What points have in common whose keys are equal. */
    private record Shared(Object key, @Nullable Object valuesKey) {
        static Shared of(PreparedPoint<?> prepared) {
            return new Shared(prepared.key(), prepared.valuesKey());
        }
    }

    /** @param done whether it has been computed already, and nothing but its hash will be wanted */
    private PointPlan(
            SweepQuestion question,
            PointKind<M> kind,
            InputCache library,
            Point point,
            PreparedPoint<M> prepared,
            Predicate<String> done) {
        this.question = question;
        this.kind = kind;
        this.library = library;
        this.point = point;
        this.sha256 = prepared.sha256();
        this.changed = ChangedFigure.of(prepared.chip());
        boolean held = !done.test(sha256);
        this.shared = held ? Shared.of(prepared) : null;
        this.prepared = new SoftReference<>(held ? prepared : null);
    }

    /** A plan, or why there is none. */
    record Made<M>(@Nullable PointPlan<M> plan, @Nullable PointOutcome failure) {}

    /** @param done whether the point of a hash has been computed already */
    static <M> Made<M> of(
            SweepQuestion question, PointKind<M> kind, InputCache library, Point point, Predicate<String> done) {
        try {
            PreparedPoint<M> prepared = question.prepared(kind, point, library).withData();
            return new Made<>(new PointPlan<>(question, kind, library, point, prepared, done), null);
        } catch (BadInput | ModelSaysNo e) {
            return new Made<>(null, PointOutcome.of(e));
        }
    }

    Point point() {
        return point;
    }

    String sha256() {
        return sha256;
    }

    /** Of its kind, {@link PointKind#base}. */
    String base() {
        return kind.base();
    }

    /** Figures of its chip that were set. */
    List<ChangedFigure> changed() {
        return changed;
    }

    Object key() {
        return shared().key;
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

    synchronized PreparedPoint<M> prepared() {
        PreparedPoint<M> known = prepared.get();
        if (known == null) {
            known = question.prepared(kind, point, library);
            prepared = new SoftReference<>(known);
        }
        return known;
    }
}
