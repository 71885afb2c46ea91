package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private final Report sound = ExampleReports.report("analog-256", "lenet5", 2);

    private Report with(Totals totals, List<Report.Entry> entries) {
        return new Report(
                sound.run(),
                sound.chip(),
                totals,
                sound.programming(),
                sound.zeros(),
                null,
                null,
                null,
                sound.layers(),
                sound.components(),
                entries,
                List.of());
    }

    @Test
    void aSoundReportPasses() {
        assertThat(Invariants.checked(sound)).isSameAs(sound);
    }

    @Test
    void anIntervalBelowTheBusiestResourcesTimeIsNotShown() {
        Totals t = sound.totals();
        Bottleneck slower = new Bottleneck(
                t.limit().resource(), 1.01 * t.times().intervalS(), 1, t.limit().layers(), null, null);
        Totals broken = new Totals(t.ops(), t.times(), t.energy(), t.rates(), t.inUse(), slower);
        assertThatThrownBy(() -> Invariants.checked(with(broken, sound.entries())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is more than the interval");
    }

    @Test
    void aLineThatIsLostIsFound() {
        List<Report.Entry> lost = sound.entries().subList(1, sound.entries().size());
        assertThatThrownBy(() -> Invariants.checked(with(sound.totals(), lost)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("energies of lines add up to");
    }
}
