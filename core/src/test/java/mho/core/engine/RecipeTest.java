package mho.core.engine;

import static mho.core.engine.SmallModel.finishes;
import static mho.core.engine.SmallModel.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Steps that wait for one another, traced by hand on a clock of 10 ticks. */
class RecipeTest {
    private final SmallModel lab = new SmallModel();

    @Test
    void stepsFollowOneAnother() {
        int bus = lab.resource("bus");
        int array = lab.resource("array");
        RecipeBuilder r = lab.model.recipe();
        int read = r.step(bus, 1, 2);
        int multiply = r.step(array, 4, 5);
        r.after(multiply, read);
        int stage = lab.stage("dense", r.build());
        Timeline t = lab.run(3);
        // reads at 0, 10, 20 hand on at 20, 30, 40; the array takes them at 20, 60, 100
        assertThat(starts(t, stage)).containsExactly(0L, 10L, 20L);
        assertThat(finishes(t, stage)).containsExactly(70L, 110L, 150L);
        assertThat(t.events()).isEqualTo(6);
    }

    @Test
    void aJoinWaitsForItsSlowestBranch() {
        RecipeBuilder r = lab.model.recipe();
        int fork = r.step(lab.resource("read"), 1, 1);
        int quick = r.step(lab.resource("quick"), 2, 2);
        int slow = r.step(lab.resource("slow"), 7, 7);
        int join = r.step(lab.resource("add"), 1, 1);
        r.after(quick, fork).after(slow, fork).after(join, quick).after(join, slow);
        int stage = lab.stage("fork and join", r.build());
        Timeline t = lab.run(2);
        assertThat(finishes(t, stage)).containsExactly(90L, 160L);
        assertThat(t.events()).isEqualTo(8);
    }

    @Test
    void aJobIsDoneWhenItsLastStepIs() {
        RecipeBuilder r = lab.model.recipe();
        r.step(lab.resource("a"), 1, 3);
        r.step(lab.resource("b"), 1, 9);
        r.step(lab.resource("c"), 1, 1);
        int stage = lab.stage("apart", r.build());
        assertThat(finishes(lab.run(1), stage)).containsExactly(90L);
    }

    @Test
    void branchesShareAResourceInTheOrderTheyWereAdded() {
        int bus = lab.resource("bus");
        RecipeBuilder r = lab.model.recipe();
        int root = r.delay(lab.clock, 1);
        int first = r.step(bus, 2, 2);
        int second = r.step(bus, 3, 3);
        int tail = r.step(lab.resource("tail"), 10, 10);
        r.after(second, root).after(first, root).after(tail, first);
        int stage = lab.stage("branches", r.build());
        assertThat(finishes(lab.run(1), stage))
                .as("first 10 to 30, tail to 130")
                .containsExactly(130L);
    }

    @Test
    void equalRecipesAreSharedAndOthersAreNot() {
        int bus = lab.resource("bus");
        int one = lab.recipe(bus, 1, 1);
        assertThat(lab.recipe(bus, 1, 1)).isEqualTo(one);
        assertThat(lab.recipe(bus, 1, 2)).isNotEqualTo(one);
        assertThat(chain(bus, false)).isEqualTo(chain(bus, false)).isNotEqualTo(chain(bus, true));
        RecipeBuilder aligned = lab.model.recipe();
        aligned.align(aligned.step(bus, 1, 1), lab.clock);
        assertThat(aligned.build()).isNotEqualTo(one);
        assertThat(lab.model.build().recipes()).isEqualTo(5);
    }

    private int chain(int bus, boolean freeing) {
        RecipeBuilder r = lab.model.recipe();
        int a = r.step(bus, 1, 1);
        int b = r.step(bus, 2, 2);
        r.after(b, a);
        if (freeing) {
            r.frees(a);
        }
        return r.build();
    }

    @Test
    void fiftyThousandRecipesAndOneOfFiftyThousandSteps() {
        int[] resources = new int[100];
        for (int i = 0; i < resources.length; i++) {
            resources[i] = lab.resource("r" + i);
        }
        int[] recipes = new int[50_000];
        for (int i = 0; i < recipes.length; i++) {
            RecipeBuilder r = lab.model.recipe();
            int a = r.step(resources[i % 100], 1 + i / 100, 1);
            r.after(r.step(resources[(i + 1) % 100], 1, 1), a);
            recipes[i] = r.build();
            assertThat(recipes[i]).isEqualTo(i);
        }
        RecipeBuilder wide = lab.model.recipe();
        int root = wide.delay(lab.clock, 1);
        int join = -1;
        for (int i = 0; i < 25_000; i++) {
            int leaf = wide.step(resources[i % 100], 1, 1);
            wide.after(leaf, root);
            int next = wide.delay(lab.clock, 0);
            wide.after(next, leaf);
            if (join >= 0) {
                wide.after(next, join);
            }
            join = next;
        }
        int many = lab.model.stage("many", recipes.length, recipes, 0);
        int big = lab.stage("wide", wide.build());
        Timeline t = lab.run(2);
        assertThat(t.events()).isEqualTo(2 * (100_000 + 50_001));
        assertThat(t.jobs(recipes[777])).isEqualTo(2);
        assertThat(t.finish(many, 1)).isPositive();
        assertThat(t.finish(big, 1)).isPositive();
    }

    @Test
    void faultyRecipesAreRefusedWithTheRemedy() {
        int bus = lab.resource("bus");
        RecipeBuilder r = lab.model.recipe();
        assertThatThrownBy(r::build).hasMessageContaining("a recipe without steps");
        int a = r.step(bus, 1, 1);
        int b = r.step(bus, 1, 1);
        assertThatThrownBy(() -> r.after(a, b)).hasMessageContaining("only for one added before it");
        assertThatThrownBy(() -> r.after(a, a)).hasMessageContaining("only for one added before it");
        assertThatThrownBy(() -> r.after(2, a)).hasMessageContaining("no step 2");
        assertThatThrownBy(() -> r.align(a, 9)).hasMessageContaining("no clock 9");
        assertThatThrownBy(() -> r.frees(a).frees(b)).hasMessageContaining("name one");
        assertThatThrownBy(() -> r.step(5, 1, 1)).hasMessageContaining("no resource 5");
        assertThatThrownBy(() -> r.step(bus, -1, 1)).hasMessageContaining("cycles are 0 or more");
        assertThatThrownBy(() -> r.step(new int[] {bus, bus}, 1, 1, 0))
                .hasMessageContaining("holds resource bus twice");
        assertThatThrownBy(() -> r.step(new int[0], 1, 1, 0)).hasMessageContaining("use delay");
    }
}
