package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Trains by hand, on a clock of 10 ticks. */
class RelayTest {
    private final SmallModel lab = new SmallModel();

    private int line(String name) {
        return lab.model.line(name, false, "key");
    }

    private int exit(String name) {
        return lab.model.line(name, true, "key");
    }

    private void relay(int lanes, int depth, int credit, boolean held) {
        lab.model.relay(new Relay(lab.clock, lanes, depth, credit, held));
    }

    private int train(int units, int delay, int... lines) {
        RecipeBuilder recipe = lab.model.recipe();
        int step = recipe.train(lines[0], units, delay);
        for (int i = 1; i < lines.length; i++) {
            step = recipe.onwards(step, lines[i]);
        }
        return recipe.build();
    }

    @Test
    void aTrainCrossesLineAfterLineAndHandsOnADelayBehindItsLastUnit() {
        relay(1, 8, 1, false);
        int stage = lab.stage("s", train(5, 3, line("a"), line("b"), exit("c")));
        Timeline t = lab.run(1);
        // over a at 0, b at 3, c at 6..10; there at 13
        assertThat(SmallModel.finishes(t, stage)).containsExactly(130L);
        assertThat(t.busy(0)).isEqualTo(50);
        assertThat(t.busy(2)).isEqualTo(50);
        assertThat(t.events()).as("five units over three lines, and the end").isEqualTo(16);
    }

    @Test
    void trainsOfOneLineAreReadyInTurnAndTakeTheLaneOneAfterTheOther() {
        relay(1, 8, 1, false);
        int recipe = train(2, 2, line("a"), exit("b"));
        int first = lab.stage("first", recipe);
        int second = lab.stage("second", recipe);
        Timeline t = lab.run(1);
        // a: 0, 1 and 2, 3; b: 2, 3, then the second finds the exit's lane at 4, which the first left at 3: 5, 6
        assertThat(SmallModel.finishes(t, first)).containsExactly(50L);
        assertThat(SmallModel.finishes(t, second)).containsExactly(80L);
    }

    @Test
    void ofTwoLinesThatBidForOneEachIsServedInTurnAndAHeldLineStays() {
        for (boolean held : new boolean[] {false, true}) {
            SmallModel own = new SmallModel();
            own.model.relay(new Relay(own.clock, 2, 8, 1, held));
            int a = own.model.line("a", false, "key");
            int b = own.model.line("b", false, "key");
            int out = own.model.line("out", true, "key");
            RecipeBuilder left = own.model.recipe();
            left.onwards(left.train(a, 4, 2), out);
            RecipeBuilder right = own.model.recipe();
            right.onwards(right.train(b, 4, 2), out);
            int one = own.stage("one", left.build());
            int other = own.stage("other", right.build());
            Timeline t = own.run(1);
            // Both find a lane at 1 and bid from 2 on: in turn at 2, 4, 6, 8 and 3, 5, 7, 9; held, 2..5 and 6..9.
            assertThat(SmallModel.finishes(t, one)).containsExactly(held ? 70L : 100L);
            assertThat(SmallModel.finishes(t, other)).containsExactly(110L);
        }
    }

    @Test
    void linesInACircleWithFullLanesAreADeadlockThatIsNamed() {
        relay(1, 1, 1, false);
        int a = line("a");
        int b = line("b");
        int out = exit("out");
        lab.stage("round", train(6, 2, a, b, a, b, out));
        assertThatThrownBy(() -> lab.run(1))
                .isInstanceOf(Deadlock.class)
                .hasMessageContaining(
                        "round: window 0 of image 1 waits for 1 windows before it: trains wait for one another");
    }

    @Test
    void whatIsNoTrainOrNoLineIsRefused() {
        int bus = lab.resource("bus");
        assertThatThrownBy(() -> line("early")).hasMessageContaining("without a relay");
        relay(1, 1, 1, false);
        int a = line("a");
        int out = exit("out");
        assertThatThrownBy(() -> relay(2, 1, 1, false)).hasMessageContaining("a second relay");
        RecipeBuilder r = lab.model.recipe();
        assertThatThrownBy(() -> r.step(a, 1, 1)).hasMessageContaining("only trains cross it");
        assertThatThrownBy(() -> r.train(bus, 1, 2)).hasMessageContaining("bus is no line");
        assertThatThrownBy(() -> r.train(a, 1, 1)).hasMessageContaining("give at least 1 and 2");
        int train = r.train(a, 1, 2);
        assertThatThrownBy(r::build).hasMessageContaining("ends in a lane");
        assertThatThrownBy(() -> r.frees(train)).hasMessageContaining("under way");
        int end = r.onwards(train, out);
        assertThatThrownBy(() -> r.onwards(train, out)).hasMessageContaining("twice");
        assertThatThrownBy(() -> r.onwards(end, out)).hasMessageContaining("no train in a lane");
        assertThatThrownBy(() -> r.after(end, train)).hasMessageContaining("waits for nothing else");
        int later = r.step(bus, 1, 1);
        assertThatThrownBy(() -> r.after(later, train)).hasMessageContaining("a train under way");
        r.after(later, end);
        assertThat(r.build()).isNotNegative();
    }
}
