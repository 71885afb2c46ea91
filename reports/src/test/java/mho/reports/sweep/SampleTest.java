package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.FlowText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    private static final List<Axis> GRID = axes("{a: 1..10, b: [x, y, z], c: [u, v]}");
    private static final List<Axis> BETWEEN = axes("{a: {from: 0, to: 1}, b: {from: 1, to: 1000, scale: log}}");

    private static List<Axis> axes(String vary) {
        return AxisReader.read((MapNode) Yaml.parse("s.yaml", vary));
    }

    private static List<String> points(String sample, List<Axis> axes, long seed) {
        return Sample.parse(sample).points(axes, seed).stream()
                .map(point -> point.stream().map(FlowText::of).collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void allAreAllCombinationsTheLastAxisFastest() {
        assertThat(points("all", axes("{a: 1..2, b: [x, y, z]}"), 1))
                .containsExactly("1 x", "1 y", "1 z", "2 x", "2 y", "2 z");
    }

    @Test
    void zipTakesValuesSideBySide() {
        assertThat(points("zip", axes("{a: 1..3, b: [x, y, z]}"), 1)).containsExactly("1 x", "2 y", "3 z");
    }

    @Test
    void zipWantsAxesOfOneLength() {
        assertThatThrownBy(() -> Sample.parse("zip").count(GRID))
                .isInstanceOf(BadInput.class)
                .hasMessage("sample zip: every axis needs as many values as the others, found 10 of a, 3 of b, 2 of c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random 20", "latin-hypercube 20"})
    void theSeedDecides(String sample) {
        assertThat(points(sample, GRID, 7)).isEqualTo(points(sample, GRID, 7)).isNotEqualTo(points(sample, GRID, 8));
        assertThat(points(sample, BETWEEN, 7))
                .isEqualTo(points(sample, BETWEEN, 7))
                .isNotEqualTo(points(sample, BETWEEN, 8));
    }

    @Test
    void pointsDrawnFromListsAreDifferentOnesInTheOrderOfAll() {
        List<String> all = points("all", GRID, 1);
        List<String> drawn = points("random 25", GRID, 3);
        assertThat(drawn).hasSize(25).doesNotHaveDuplicates();
        assertThat(drawn).isEqualTo(all.stream().filter(drawn::contains).toList());
    }

    @Test
    void moreOfTheSameSeedAreTheFormerAndOthers() {
        assertThat(points("random 40", GRID, 3)).containsAll(points("random 25", GRID, 3));
        assertThat(points("random 40", BETWEEN, 3)).containsAll(points("random 25", BETWEEN, 3));
    }

    @Test
    void noMoreAreDrawnThanThereAre() {
        assertThat(points("random 1000", GRID, 3)).isEqualTo(points("all", GRID, 1));
    }

    @Test
    void aLatinHypercubeTakesEveryValueEquallyOften() {
        List<List<mho.core.yaml.YamlNode>> points =
                Sample.parse("latin-hypercube 30").points(GRID, 5);
        for (int axis = 0; axis < 3; axis++) {
            int place = axis;
            var counts = points.stream()
                    .collect(
                            Collectors.groupingBy(p -> FlowText.of(p.get(place)), TreeMap::new, Collectors.counting()));
            assertThat(new HashSet<>(counts.values())).as(counts.toString()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50})
    void aLatinHypercubeHasOnePointInEachStratum(int n) {
        var points = Sample.parse("latin-hypercube " + n).points(BETWEEN, 5);
        assertThat(points.stream().map(p -> (int) (Double.parseDouble(FlowText.of(p.get(0))) * n)))
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.IntStream.range(0, n).boxed().toList());
        assertThat(points.stream().map(p -> (int) (Math.log10(Double.parseDouble(FlowText.of(p.get(1)))) / 3 * n)))
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.IntStream.range(0, n).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "zip"})
    void whatLiesBetweenHasToBeDrawn(String sample) {
        assertThatThrownBy(() -> Sample.parse(sample).count(BETWEEN))
                .hasMessage(
                        "vary.a: give a step, a factor or a count, or draw the points (sample: random N or latin-hypercube N)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"some", "random", "random 0", "random -3", "random 12 34", "latin 5"})
    void otherWordsAreRefused(String sample) {
        assertThatThrownBy(() -> Sample.parse(sample))
                .hasMessage("sample \"" + sample
                        + "\": expected all, zip, random N or latin-hypercube N, such as random 200");
    }

    @Test
    void hugeProductsAreCountedNotMade() {
        List<Axis> axes = axes("{a: 1..100000, b: 1..100000, c: 1..100000, d: 1..100000, e: 1..100000}");
        assertThat(Sample.parse("all").count(axes)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sample.parse("random 5").points(axes, 1)).hasSize(5);
    }
}
