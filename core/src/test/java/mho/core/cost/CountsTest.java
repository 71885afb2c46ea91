package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final Action CONVERSION = new Action("tile.core.adc", "conversion");
    private static final Action READ = new Action("tile.buffer", "read access");
    private static final Action WRITE = new Action("tile.buffer", "write access");

    private final ActionIndex actions = new ActionIndex();

    @Test
    void actionsAreNumberedAsTheyAreFirstAskedFor() {
        assertThat(actions.number(READ)).isZero();
        assertThat(actions.number(CONVERSION)).isOne();
        assertThat(actions.number(new Action("tile.buffer", "read access"))).isZero();
        assertThat(actions.list()).containsExactly(READ, CONVERSION);
    }

    @Test
    void whatAPartDoesIsToldByItsName() {
        assertThat(CONVERSION).hasToString("conversion of tile.core.adc");
        assertThat(READ).isNotEqualTo(WRITE);
        assertThatThrownBy(() -> new Action("", "read")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Action("tile.buffer", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNeverHappenedIsZeroAndStaysUnknown() {
        Counts counts = new Counts(actions);
        assertThat(counts.of(READ)).isZero();
        assertThat(actions.list()).isEmpty();
        counts.add(WRITE, 0.125);
        assertThat(counts.of(WRITE)).isEqualTo(0.125);
        assertThat(counts.of(READ)).isZero();
    }

    @Test
    void countsOfDifferentNumbersAreNotAdded() {
        Counts mine = new Counts(actions);
        Counts others = new Counts(new ActionIndex());
        others.add(READ, 1);
        assertThatThrownBy(() -> mine.addAll(others)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sumsOfRandomCountsAreThoseOfAMap() {
        Random random = new Random(7);
        List<Action> all = List.of(CONVERSION, READ, WRITE, new Action("mesh", "hop"));
        Map<Action, Double> expected = new HashMap<>();
        List<Counts> parts = new ArrayList<>();
        for (int p = 0; p < 20; p++) {
            Counts part = new Counts(actions);
            for (int i = random.nextInt(5); i > 0; i--) {
                Action action = all.get(random.nextInt(all.size()));
                part.add(action, i);
                expected.merge(action, (double) i, Double::sum);
            }
            parts.add(part);
        }
        Counts total = new Counts(actions);
        parts.forEach(total::addAll);
        all.forEach(action -> assertThat(total.of(action)).isEqualTo(expected.getOrDefault(action, 0.0)));
    }
}
