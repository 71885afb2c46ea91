package mho.reports.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.Chips;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.figures.RunFigures;
import mho.reports.sweep.AskedPoint;
import mho.reports.sweep.AskedPoints;
import mho.reports.sweep.FigureBounds;
import mho.reports.sweep.Knob;
import mho.reports.sweep.PointsAsked;
import mho.reports.sweep.SweepProgress;
import mho.reports.sweep.SweepQuestion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No point comes to less than its bounds say, on any chip that comes along: what a search leaves out by them is left out with right. */
class FigureBoundsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"network: mlp", "network: mlp, program: train", "network: mlp, images: 1"})
    void noPointIsBetterThanItsBounds(String base) {
        check(base);
    }

    /** With maps that are copied and pipelined. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"network: lenet5", "network: cifar-vgg16"})
    void noPointOfADeeperNetworkIsBetterThanItsBounds(String base) {
        check(base);
    }

    private void check(String base) {
        SweepQuestion question = SweepQuestion.of((MapNode) Yaml.parse(
                "s.yaml",
                "{sweep: a, base: {" + base + "}, vary: {chip: [" + String.join(", ", Chips.names())
                        + "], mapping.copies: [one, fill]}}"));
        int told = 0;
        try (AskedPoints<?> points = AskedPoints.open(
                question,
                new PointsAsked("sweep.yaml", "sweep", "a", "sweep: a\n"),
                new AskedPoints.Place(folder.resolve("a"), 2, false, List.of(), null))) {
            List<AskedPoint> asked = new ArrayList<>();
            List<FigureBounds> bounds = new ArrayList<>();
            Knob chips = points.knobs().get(0);
            for (int chip = 0; chip < chips.levels(); chip++) {
                for (double copies : new double[] {0.25, 0.75}) {
                    AskedPoint point = points.ask(new double[] {chips.at(chip), copies});
                    if (point.planned()) {
                        asked.add(point);
                        bounds.add(points.bounds(point));
                        bounds.add(points.boundsByPrice(point));
                    }
                }
            }
            points.compute(asked, SweepProgress.NONE);
            for (int i = 0; i < asked.size(); i++) {
                Map<String, Double> figures =
                        Objects.requireNonNull(points.answer(asked.get(i))).figures();
                told += figures.isEmpty() || bounds.get(2 * i).most().isEmpty() ? 0 : 1;
                hold(asked.get(i), figures, bounds.get(2 * i));
                hold(asked.get(i), figures, bounds.get(2 * i + 1));
            }
        }
        assertThat(told).as("chips of which one input tells something").isGreaterThan(6);
    }

    private static void hold(AskedPoint point, Map<String, Double> figures, FigureBounds bounds) {
        if (!figures.isEmpty()) {
            assertThat(RunFigures.metricKeys())
                    .containsAll(bounds.least().keySet())
                    .containsAll(bounds.most().keySet());
            bounds.least().forEach((key, bound) -> assertThat(figures.get(key))
                    .as(point.settings() + " " + key)
                    .isGreaterThanOrEqualTo(bound));
            bounds.most().forEach((key, bound) -> assertThat(figures.get(key))
                    .as(point.settings() + " " + key)
                    .isLessThanOrEqualTo(bound));
        }
    }
}
