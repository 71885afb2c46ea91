package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlocks, and what is said of them. */
class DeadlockTest {
    private final SmallModel lab = new SmallModel();

    @Test
    void aBufferSmallerThanAWindowNeeds() {
        int conv = lab.stage("conv1", 9, lab.recipe(lab.resource("r"), 1, 1), 0);
        int next = lab.stage("conv2", 1, lab.delay(1), 0);
        int edge = lab.model.edge(conv, next, new int[] {8}, new int[] {9}, 4);
        Deadlock stuck = stuck(1);
        assertThat(stuck)
                .hasMessage("deadlock after 0.00004 ns: nothing moves, and 2 stages wait\n"
                        + "  conv1: window 4 of image 0 waits for room in the buffer to conv2: capacity 4,"
                        + " all held for its window 0 of image 0, which needs 9 at once\n"
                        + "  conv2: window 0 of image 0 waits for input from conv1: has 4 windows, needs 9");
        assertThat(stuck.blocked())
                .containsExactly(
                        new Deadlock.Blocked(conv, 0, 4, List.of(edge), List.of()),
                        new Deadlock.Blocked(next, 0, 0, List.of(), List.of(edge)));
    }

    @Test
    void aShortcutTooShallowForTheBranchBesideIt() {
        int fork = lab.stage("fork", 6, lab.recipe(lab.resource("r"), 1, 1), 0);
        int branch = lab.stage("branch", 1, lab.delay(1), 0);
        int add = lab.stage("add", 1, lab.delay(1), 0);
        lab.model.edge(fork, branch, new int[] {5}, new int[] {6}, 6);
        lab.model.edge(branch, add, new int[] {0}, new int[] {1}, 1);
        lab.model.edge(fork, add, new int[] {0}, new int[] {6}, 2);
        assertThat(stuck(1))
                .hasMessage("deadlock after 0.00002 ns: nothing moves, and 3 stages wait\n"
                        + "  fork: window 2 of image 0 waits for room in the buffer to add: capacity 2,"
                        + " all held for its window 0 of image 0, which waits for something else\n"
                        + "  branch: window 0 of image 0 waits for input from fork: has 2 windows, needs 6\n"
                        + "  add: window 0 of image 0 waits for input from branch: has 0 windows, needs 1");
    }

    @Test
    void aWindowThatWaitsForItself() {
        int stage = lab.stage("loop", 2, lab.delay(1), 0);
        lab.model.edge(stage, stage, new int[] {-1, 1}, new int[] {0, 2}, 9);
        assertThat(stuck(3))
                .hasMessage("deadlock after 0.00001 ns: nothing moves, and 1 stage waits\n"
                        + "  loop: window 1 of image 0 waits for input from loop: has 1 windows, needs 2");
    }

    @Test
    void aCircleThatNobodyBegins() {
        int a = lab.stage("a", lab.delay(1));
        int b = lab.stage("b", lab.delay(1));
        lab.edge(a, b);
        lab.edge(b, a);
        assertThat(stuck(1)).hasMessageStartingWith("deadlock after 0 ns");
    }

    @Test
    void aCrowdOfBlockedStagesIsCutShort() {
        int first = lab.stage("first", lab.delay(1));
        lab.edge(first, first);
        int before = first;
        for (int i = 0; i < 40; i++) {
            int stage = lab.stage("stage" + i, lab.delay(1));
            lab.edge(before, stage);
            before = stage;
        }
        Deadlock stuck = stuck(1);
        assertThat(stuck).message().hasLineCount(22).endsWith("\n  and 21 more stages wait behind these");
        assertThat(stuck.blocked()).hasSize(41);
    }

    private Deadlock stuck(int images) {
        return catchThrowableOfType(Deadlock.class, () -> lab.run(images));
    }
}
