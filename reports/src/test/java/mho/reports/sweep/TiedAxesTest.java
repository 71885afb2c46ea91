package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.FlowText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiedAxesTest {
    private static List<Axis> axes(String vary) {
        return AxisReader.read((MapNode) Yaml.parse("s.yaml", vary));
    }

    private static List<List<String>> tied(String text) {
        return Arrays.stream(text.split(";"))
                .map(tie -> List.of(tie.strip().split(" ")))
                .toList();
    }

    private static String points(String vary, String tie, String sample) {
        TiedAxes ties = new TiedAxes(axes(vary), tied(tie));
        return Sample.parse(sample).points(ties.free(), 7).stream()
                .map(point -> ties.untied(point).stream().map(FlowText::of).collect(Collectors.joining("/")))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: [1, 2], b: [3, 4], c: [5, 6]}             | a b     | all | 1/3/5 1/3/6 2/4/5 2/4/6",
                "{a: [1, 2], b: [3, 4], c: [5, 6]}             | a c     | all | 1/3/5 1/4/5 2/3/6 2/4/6",
                "{a: [1, 2], b: [3, 4], c: [5, 6]}             | c a     | all | 1/3/5 1/4/5 2/3/6 2/4/6",
                "{a: [1, 2], b: [3, 4], c: [5, 6]}             | a b c   | all | 1/3/5 2/4/6",
                "{a: [1, 2], b: [3, 4], c: [5, 6], d: [7, 8]}  | a c;b d | all | 1/3/5/7 1/4/5/8 2/3/6/7 2/4/6/8",
                "{a: [1, 2], b: [3, 4], c: [5, 6]}             | a b     | zip | 1/3/5 2/4/6",
                "{a: [[1, 2], [3]], b: [4, 5]}                 | a b     | all | [1, 2]/4 [3]/5",
            })
    void whatIsTiedAdvancesTogether(String vary, String tie, String sample, String points) {
        assertThat(points(vary, tie, sample)).isEqualTo(points);
    }

    @Test
    void drawnPointsKeepWhatIsTiedTogether() {
        for (String sample : List.of("random 5", "latin-hypercube 12")) {
            String drawn = points("{a: 1..6, b: 11..16, c: [x, y, z]}", "a b", sample);
            assertThat(Arrays.stream(drawn.split(" ")).map(point -> point.split("/")))
                    .as(sample)
                    .allMatch(point -> Integer.parseInt(point[1]) == Integer.parseInt(point[0]) + 10);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b   | tie: axes that advance together need as many values as one another, found 2 of a, 3 of b",
                "a     | tie: \"a\" is tied to nothing; name two axes or more, as in tie: [[tile.core.array.rows, tile.core.array.columns]]",
                "a zzzzzzz | tie: \"zzzzzzz\" does not vary; axes are a, b, rows, d",
                "a row | tie: \"row\" does not vary, did you mean \"rows\"?",
                "a a   | tie: a is named twice; an axis is tied once, with all the others it goes with",
                "a rows;rows a | tie: rows is named twice; an axis is tied once, with all the others it goes with",
                "a d   | vary.d: give a step, a factor or a count, or draw the points (sample: random N or latin-hypercube N)",
            })
    void whatCannotAdvanceTogetherIsRefused(String tie, String message) {
        assertThatThrownBy(() ->
                        new TiedAxes(axes("{a: [1, 2], b: [3, 4, 5], rows: [6, 7], d: {from: 0, to: 1}}"), tied(tie)))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }
}
