package mho.reports.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What designs are worth, and what a search may take to find them. */
class DesignScoreTest {
    private static DesignScore score(double violation, double... costs) {
        return new DesignScore(costs, violation);
    }

    @Test
    void whatHoldsTheConstraintsIsBetterThanWhatDoesNotWhateverItCosts() {
        assertThat(DesignScore.dominance(score(0, 9, 9), score(1, 1, 1))).isPositive();
        assertThat(DesignScore.dominance(score(2, 1, 1), score(1, 9, 9))).isNegative();
    }

    @Test
    void ofAllowedOnesNeitherIsBetterThatIsBetterInOneObjectiveEach() {
        assertThat(DesignScore.dominance(score(0, 1, 2), score(0, 2, 1))).isZero();
        assertThat(DesignScore.dominance(score(0, 1, 2), score(0, 1, 2))).isZero();
        assertThat(DesignScore.dominance(score(0, 1, 2), score(0, 1, 3))).isPositive();
        assertThat(DesignScore.dominance(DesignScore.none(2), score(5, 1, 3))).isNegative();
    }

    @Test
    void theNearestToTheIdealIsInTheMiddleOfACurvedFront() {
        List<double[]> front =
                List.of(new double[] {1, 100}, new double[] {2, 3}, new double[] {50, 2}, new double[] {100, 1});
        assertThat(IdealDistance.nearest(front)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 points         | 200     | Infinity",
                "1 point            | 1       | Infinity",
                "10 min             | 1000000 | 600",
                "1.5h               | 1000000 | 5400",
                "30 s, 20 points    | 20      | 30",
                "30 points, 1 min   | 30      | 60"
            })
    void budgets(String text, int points, double seconds) {
        assertThat(SearchBudget.parse(text, Mark.of("s.yaml"))).isEqualTo(new SearchBudget(points, seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 points", "0 s", "20", "20 points,", "20 designs", "1 day"})
    void whatIsNoBudget(String text) {
        assertThatThrownBy(() -> SearchBudget.parse(text, Mark.of("s.yaml")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("expected points, a time in s, min or h, or both");
    }
}
