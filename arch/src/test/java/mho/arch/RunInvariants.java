package mho.arch;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.Timeline;

/** What no run may break, whatever the chip and the network. */
public final class RunInvariants {
    private static final double ROUNDING = 1 + 1e-9;

    private final RunResult run;
    private final String where;

    private RunInvariants(RunResult run, String where) {
        this.run = run;
        this.where = where;
    }

    /** @param where put in front of what fails */
    public static void hold(RunResult run, String where) {
        RunInvariants bounds = new RunInvariants(
                run, where + ", " + run.chip().chip() + ", " + run.network().name());
        bounds.nothingIsBusierThanAlways();
        bounds.inputsFollowNoFasterThanTheBusiestAllows();
        bounds.littlesLawHolds();
        bounds.nothingIsFree();
        bounds.peaksArePeaks();
    }

    /** Joules of one input at a stage. */
    public static double energyJ(RunResult run, int stage) {
        double joules = 0;
        for (Action action : run.inventory().actions()) {
            joules +=
                    run.perImage(stage, action) * run.inventory().price(action).joules();
        }
        return joules;
    }

    /** Joules of one input, leakage not counted. */
    public static double energyJ(RunResult run) {
        return run.placement().pipeline().stages().stream()
                .mapToDouble(s -> energyJ(run, s.id()))
                .sum();
    }

    private void nothingIsBusierThanAlways() {
        Timeline timeline = run.timeline();
        Model model = run.program().model();
        for (int r = 0; r < model.resources(); r++) {
            assertThat(timeline.busy(r))
                    .as("%s: busy ticks of %s", where, model.resourceName(r))
                    .isBetween(1L, Math.multiplyExact(timeline.end(), model.servers(r)));
        }
        for (Stage stage : run.placement().pipeline().stages()) {
            int s = stage.id();
            long active = timeline.finish(s, run.images() - 1) - timeline.start(s, 0);
            run.program().resources().get(s).stream().forEach(r -> assertThat(timeline.busyWhileActive(s, r))
                    .as(
                            "%s: %s while %s is active",
                            where, model.resourceName(r), stage.node().name())
                    .isBetween(0L, Math.multiplyExact(active, model.servers(r))));
        }
    }

    private void inputsFollowNoFasterThanTheBusiestAllows() {
        Model model = run.program().model();
        for (int r = 0; r < model.resources(); r++) {
            double perInput = (double) run.timeline().busy(r) / model.servers(r) / run.images();
            assertThat(run.pace().intervalTicks() * ROUNDING)
                    .as("%s: interval, and what an input keeps %s busy", where, model.resourceName(r))
                    .isGreaterThanOrEqualTo(perInput);
        }
        assertThat(run.pace().latencyTicks())
                .as("%s: latency in the stream", where)
                .isPositive();
    }

    private void littlesLawHolds() {
        for (Stage stage : run.placement().pipeline().stages()) {
            assertThat(run.timeline().inFlightIntegral(stage.id()))
                    .as("%s: windows in flight at %s", where, stage.node().name())
                    .isEqualTo(run.timeline().sojournSum(stage.id()));
        }
    }

    private void nothingIsFree() {
        for (Stage stage : run.placement().pipeline().stages()) {
            String layer = where + ": " + stage.node().name();
            for (int image = 0; image < run.images(); image++) {
                assertThat(run.timeline().finish(stage.id(), image))
                        .as(layer)
                        .isGreaterThan(run.timeline().start(stage.id(), image));
            }
            double priced = 0;
            double counted = 0;
            for (Action action : run.inventory().actions()) {
                double count = run.perImage(stage.id(), action);
                counted += count;
                priced += run.inventory().price(action).joules() > 0 ? count : 0;
            }
            assertThat(counted).as(layer).isGreaterThan(0);
            assertThat(energyJ(run, stage.id()) > 0).as(layer).isEqualTo(priced > 0);
        }
    }

    private void peaksArePeaks() {
        double seconds = (double) run.timeline().end() / Clock.TICKS_PER_SECOND;
        int chips = run.placement().chips();
        double inputs = (double) run.images() * run.placement().batch();
        assertThat(inputs * run.network().ops() / seconds)
                .as("%s: operations a second", where)
                .isLessThanOrEqualTo(run.chip().peakOpsPerSecond() * chips * ROUNDING);
        assertThat(inputs * energyJ(run) / seconds)
                .as("%s: dynamic power", where)
                .isLessThanOrEqualTo(run.inventory().peakPowerW() * chips * ROUNDING);
    }
}
