package mho.core.engine;

import static mho.core.engine.SmallModel.finishes;
import static mho.core.engine.SmallModel.starts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How resources serve steps, traced by hand on a clock of 10 ticks. */
class ServiceTest {
    private final SmallModel lab = new SmallModel();

    @Test
    void oneStepTakesItsLatency() {
        int adc = lab.resource("adc");
        int convert = lab.stage("convert", lab.recipe(adc, 3, 5));
        Timeline t = lab.run(1);
        assertThat(t.start(convert, 0)).isZero();
        assertThat(t.finish(convert, 0)).isEqualTo(50);
        assertThat(t.busy(adc)).isEqualTo(30);
        assertThat(t.end()).isEqualTo(50);
        assertThat(t.events()).isEqualTo(1);
    }

    @Test
    void aBusyResourceMakesTheNextWait() {
        int stage = lab.stage("convert", lab.recipe(lab.resource("adc"), 3, 5));
        Timeline t = lab.run(3);
        assertThat(starts(t, stage)).containsExactly(0L, 30L, 60L);
        assertThat(finishes(t, stage)).containsExactly(50L, 80L, 110L);
    }

    @Test
    void whoComesFirstIsServedFirstAlsoAtEqualTimes() {
        int bus = lab.resource("bus");
        int use = lab.recipe(bus, 2, 2);
        int a = lab.stage("a", use);
        int b = lab.stage("b", use);
        int c = lab.stage("c", use);
        Timeline t = lab.run(2);
        // At tick 0 the stages start in order, each with all its windows.
        assertThat(starts(t, a)).containsExactly(0L, 20L);
        assertThat(starts(t, b)).containsExactly(40L, 60L);
        assertThat(starts(t, c)).containsExactly(80L, 100L);
    }

    @Test
    void ofEventsAtOneTickTheOneScheduledFirstFiresFirst() {
        int bus = lab.resource("bus");
        int late = lab.stage("late", lab.delay(4));
        int early = lab.stage("early", lab.delay(4));
        int afterEarly = lab.stage("after early", lab.recipe(bus, 1, 1));
        int afterLate = lab.stage("after late", lab.recipe(bus, 1, 1));
        lab.edge(early, afterEarly);
        lab.edge(late, afterLate);
        Timeline t = lab.run(1);
        assertThat(t.start(afterLate, 0)).isEqualTo(40);
        assertThat(t.start(afterEarly, 0)).isEqualTo(50);
    }

    @Test
    void severalServersWorkSideBySide() {
        int ports = lab.resource("ports", 2, 0);
        int stage = lab.stage("read", lab.recipe(ports, 4, 4));
        Timeline t = lab.run(5);
        assertThat(starts(t, stage)).containsExactly(0L, 0L, 40L, 40L, 80L);
        assertThat(t.busy(ports)).isEqualTo(5 * 40);
        assertThat(t.end()).isEqualTo(120);
    }

    @Test
    void cutThroughHandsOnBeforeTheResourceIsFree() {
        int link = lab.resource("link");
        int sink = lab.resource("sink");
        RecipeBuilder r = lab.model.recipe();
        int send = r.step(link, 8, 1);
        r.after(r.step(sink, 1, 1), send);
        int stage = lab.stage("send", r.build());
        Timeline t = lab.run(2);
        assertThat(starts(t, stage)).containsExactly(0L, 80L);
        assertThat(finishes(t, stage)).containsExactly(20L, 100L);
        assertThat(t.end()).as("the link is still busy").isEqualTo(160);
        assertThat(t.busyWhileActive(stage, link))
                .as("up to the last finish, 100")
                .isEqualTo(100);
    }

    @Test
    void aStepStartsOnAnEdgeOfItsOwnClock() {
        int slow = lab.model.clock(Clock.ofPeriod(25));
        int core = lab.model.resource("core", slow, 1, 0);
        RecipeBuilder r = lab.model.recipe();
        int read = r.step(lab.resource("bus"), 1, 1);
        int multiply = r.step(core, 1, 2);
        int write = r.step(lab.resource("port"), 1, 1);
        r.after(multiply, read).after(write, multiply);
        int stage = lab.stage("dense", r.build());
        Timeline t = lab.run(2);
        // read done at 10 and 20; the core's edges are 25, 50; its results, at 75 and 100, are written from 80 and 100
        assertThat(finishes(t, stage)).containsExactly(90L, 110L);
    }

    @Test
    void alignmentHandsOnAtTheNextEdgeOfAnotherClock() {
        int slow = lab.model.clock(Clock.ofPeriod(25));
        RecipeBuilder r = lab.model.recipe();
        r.align(r.step(lab.resource("bus"), 1, 3), slow);
        int stage = lab.stage("aligned", r.build());
        assertThat(finishes(lab.run(3), stage)).containsExactly(50L, 50L, 50L);
    }

    @Test
    void anAlignedEndThatIsAnEdgeAlreadyStays() {
        int slow = lab.model.clock(Clock.ofPeriod(25));
        RecipeBuilder r = lab.model.recipe();
        r.align(r.step(lab.resource("bus"), 1, 5), slow);
        int stage = lab.stage("aligned", r.build());
        assertThat(finishes(lab.run(1), stage)).containsExactly(50L);
    }

    @Test
    void anotherConfigurationCostsSetUpBeforeTheStep() {
        int mesh = lab.resource("mesh", 1, 3);
        int north = lab.stage("north", lab.path(0, 2, mesh));
        int east = lab.stage("east", lab.path(1, 2, mesh));
        int any = lab.stage("any", lab.path(-1, 2, mesh));
        int eastAgain = lab.stage("east again", lab.path(1, 2, mesh));
        Timeline t = lab.run(1);
        assertThat(t.finish(north, 0)).as("from none to 0").isEqualTo(50);
        assertThat(t.finish(east, 0)).as("from 0 to 1").isEqualTo(100);
        assertThat(t.finish(any, 0)).as("any will do").isEqualTo(120);
        assertThat(t.finish(eastAgain, 0)).as("still 1").isEqualTo(140);
        assertThat(t.start(east, 0)).as("set-up is part of the step").isEqualTo(50);
        assertThat(t.busy(mesh)).isEqualTo(140);
    }

    @Test
    void aPathWaitsForAllItsResourcesAndHoldsThemTogether() {
        int west = lab.resource("west");
        int east = lab.resource("east");
        int a = lab.stage("a", lab.path(-1, 2, west));
        int b = lab.stage("b", lab.path(-1, 5, east));
        int both = lab.stage("both", lab.path(-1, 3, west, east));
        int c = lab.stage("c", lab.path(-1, 1, west));
        Timeline t = lab.run(1);
        assertThat(t.finish(a, 0)).isEqualTo(20);
        assertThat(t.finish(b, 0)).isEqualTo(50);
        assertThat(t.start(both, 0)).isEqualTo(50);
        assertThat(t.start(c, 0)).as("no overtaking into the gap").isEqualTo(80);
        assertThat(t.busy(west)).isEqualTo(20 + 30 + 10);
        assertThat(t.busyWhileActive(a, west)).isEqualTo(20);
        assertThat(t.busyWhileActive(b, west))
                .as("the gap from 20 to 50 is idle")
                .isEqualTo(20);
        assertThat(t.busyWhileActive(both, west)).isEqualTo(30);
    }

    @Test
    void setUpOfAPathIsThatOfItsSlowestResource() {
        int quick = lab.resource("quick", 1, 1);
        int slow = lab.resource("slow", 1, 4);
        int first = lab.stage("first", lab.path(7, 2, quick));
        int second = lab.stage("second", lab.path(7, 2, quick, slow));
        int third = lab.stage("third", lab.path(7, 2, slow, quick));
        Timeline t = lab.run(1);
        assertThat(t.finish(first, 0)).isEqualTo(30);
        assertThat(t.finish(second, 0)).as("quick is set already, slow takes 4").isEqualTo(90);
        assertThat(t.finish(third, 0)).as("both are set").isEqualTo(110);
    }

    @Test
    void aStepThatTakesNothingCompletesInTheSameTick() {
        int wire = lab.resource("wire");
        int stage = lab.stage("wire", lab.recipe(wire, 0, 0));
        Timeline t = lab.run(3);
        assertThat(finishes(t, stage)).containsExactly(0L, 0L, 0L);
        assertThat(t.busyWhileActive(stage, wire)).isZero();
        assertThat(t.events()).isEqualTo(3);
    }
}
