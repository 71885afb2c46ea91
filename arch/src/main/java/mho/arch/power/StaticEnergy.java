package mho.arch.power;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mho.arch.element.Component;
import mho.arch.run.RunResult;
import mho.core.cost.Gating;
import mho.core.cost.PowerStates;
import mho.core.cost.Price;
import mho.core.cost.ResolvedFigures;
import mho.core.engine.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What the chips in use draw for one input whatever they do, part by part.
 *
 * <p>A part behind no switch leaks for all of the interval. Behind one, what no layer uses draws its remainder. What is switched
 * off between uses as well is woken so that it is ready when it is used (what happens next on a chip is known ahead), and stays on
 * where the gap is no longer than it takes to wake up; only an input that finds the chip at rest has to wait, which its latency says.
 */
public final class StaticEnergy {
    private final double intervalS;
    private final double chips;
    private final LayersAtWork work;
    private final Function<Component, List<PartUse.Group>> use;
    private final List<Line> lines = new ArrayList<>();

    private StaticEnergy(RunResult run, double intervalS) {
        this.intervalS = intervalS;
        this.chips = run.placement().chips();
        this.work = new LayersAtWork(run);
        this.use = run.chip()
                .<Function<Component, List<PartUse.Group>>>as(
                        chip -> new PartUse(run, chip, work)::of, machine -> part -> List.of());
    }

    /**
     * A line of the books.
     *
     * @param component path of the part
     * @param count instance-seconds, refreshes or wake-ups, for one input
     */
    public record Line(String component, StaticLine kind, double count, Price price) {
        public double energyJ() {
            return count * price.joules();
        }
    }

    /** @param intervalS how long the chips are on for one input */
    public static List<Line> of(RunResult run, double intervalS) {
        StaticEnergy energy = new StaticEnergy(run, intervalS);
        run.inventory().components().forEach(energy::add);
        return energy.lines;
    }

    private void add(Component part) {
        ResolvedFigures figures = part.figures();
        PowerStates states = figures.states();
        double instances = part.instancesPerChip() * chips;
        Powered powered = powered(part, instances, states.gating());
        if (figures.leakageW() > 0) {
            add(part, StaticLine.LEAKAGE, powered.orRemaining() * intervalS, figures.leakagePrice());
        }
        if (states.onW() > 0) {
            add(part, StaticLine.ON, powered.orRemaining() * intervalS, new Price(states.onW(), states.source()));
        }
        if (states.inUseW() > 0) {
            double used = use.apply(part).stream()
                    .mapToDouble(group -> group.instances() * group.used().shareOf(work.stretch()))
                    .sum();
            add(part, StaticLine.IN_USE, used * intervalS, new Price(states.inUseW(), states.source()));
        }
        if (states.refresh() != null) {
            double times = powered.instances * intervalS / states.refresh().everyS();
            add(part, StaticLine.REFRESH, times, states.refresh().price());
        }
        if (states.gating() != null
                && states.gating().betweenUses()
                && states.gating().energy() > 0) {
            Price price = states.gating().wakeUpPrice();
            add(part, StaticLine.WAKE_UP, powered.wakeUps, price);
        }
    }

    private void add(Component part, StaticLine kind, double count, Price price) {
        lines.add(new Line(part.path(), kind, count, price));
    }

    /**
     * Instances of a part that are on, the mean over the interval.
     *
     * @param orRemaining the same, those that are off counted with what they still draw
     * @param wakeUps of all of them, for one input
     */
    private record Powered(double instances, double orRemaining, double wakeUps) {}

    private Powered powered(Component part, double instances, @Nullable Gating gating) {
        if (gating == null) {
            return new Powered(instances, instances, 0);
        }
        double on = 0;
        double wakeUps = 0;
        long ahead = Math.round(gating.wakeUp() * Clock.TICKS_PER_SECOND);
        for (PartUse.Group group : use.apply(part)) {
            if (gating.betweenUses()) {
                Spans awake = group.kept().begunEarlier(ahead);
                on += group.instances() * awake.shareOf(work.stretch());
                wakeUps += group.instances() * awake.begunIn(work.stretch()) / work.inputs();
            } else {
                on += group.instances();
            }
        }
        double off = Math.max(0, instances - on);
        return new Powered(on, on + off * gating.remainder(), wakeUps);
    }
}
