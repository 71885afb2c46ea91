package mho.periphery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.periphery.Parts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogTest {

    /** Prices a thing by its number, up to ten. */
    private record Linear(String name, @Nullable Double areaM2, OptionalDouble nodeM) implements CostModel<Integer> {

        @Override
        public String action() {
            return "turn";
        }

        @Override
        public String parameters() {
            return "number";
        }

        @Override
        public String validRange() {
            return "up to 10";
        }

        @Override
        public String source() {
            return "a source";
        }

        @Override
        public boolean givesArea() {
            return areaM2 != null;
        }

        @Override
        public Circuit circuit() {
            return Circuit.LOGIC;
        }

        @Override
        public Optional<String> outside(Integer query) {
            return query > 10 ? Optional.of("number " + query) : Optional.empty();
        }

        @Override
        public Estimate estimate(Integer query) {
            return new Estimate(query * 1e-12, 1e-6, areaM2, source());
        }
    }

    private final Catalog<Integer> catalog = new Catalog<>(
            "thing",
            new ExampleFigures("3 pJ", "5 mW", "7 um2"),
            List.of(
                    new Linear("whole", 5e-12, OptionalDouble.empty()),
                    new Linear("gap", null, OptionalDouble.empty()),
                    new Linear("old", 7e-12, OptionalDouble.of(65e-9))));

    private ResolvedFigures resolve(String cost, int query, @Nullable String fallback) {
        return catalog.resolve(Parts.part(Cost.class, cost), 1e9, query, Parts.AT_32_NM, fallback);
    }

    @Test
    void statedFiguresNeedNoModel() {
        assertThat(resolve("{energy: 2 pJ, area: 3 um2, source: a paper}", 99, null))
                .isEqualTo(new ResolvedFigures(
                        2e-12, 0, 3e-12, Map.of("energy", "direct: a paper", "area", "direct: a paper")));
    }

    @Test
    void statedPowerIsSharedAmongTheActionsOfASecond() {
        assertThat(resolve("{power: 4 mW, area: 3 um2, source: a paper}", 99, null)
                        .energyJ())
                .isEqualTo(4e-12);
    }

    @Test
    void aModelGivesWhatIsNotStated() {
        assertThat(resolve("{model: whole}", 3, null))
                .isEqualTo(new ResolvedFigures(3e-12, 1e-6, 5e-12, "model whole: a source"));
    }

    @Test
    void statedFiguresOverrideTheModels() {
        ResolvedFigures figures = resolve("{model: whole, area: 9 um2, source: a paper}", 3, null);
        assertThat(figures)
                .isEqualTo(new ResolvedFigures(
                        3e-12,
                        1e-6,
                        9e-12,
                        Map.of(
                                "energy",
                                "model whole: a source",
                                "leakage",
                                "model whole: a source",
                                "area",
                                "direct: a paper")));
        ResolvedFigures priced = resolve("{model: whole, energy: 8 pJ, leakage: 0 W, source: a paper}", 3, null);
        assertThat(priced)
                .isEqualTo(new ResolvedFigures(
                        8e-12,
                        0,
                        5e-12,
                        Map.of(
                                "energy",
                                "direct: a paper",
                                "leakage",
                                "direct: a paper",
                                "area",
                                "model whole: a source")));
    }

    @Test
    void theFallbackServesWhenNeitherEnergyNorModelIsStated() {
        assertThat(resolve("{area: 9 um2, source: a paper}", 3, "gap").energyJ())
                .isEqualTo(3e-12);
        assertThat(resolve("{energy: 8 pJ, area: 9 um2}", 99, "gap").energyJ()).isEqualTo(8e-12);
        assertThat(resolve("{model: whole}", 3, "gap").areaM2()).isEqualTo(5e-12);
    }

    @Test
    void figuresOfAnotherNodeSaySo() {
        assertThat(resolve("{model: old}", 3, null).source())
                .isEqualTo("model old: a source (65 nm figures on a 32 nm chip, not scaled)");
    }

    @Test
    void whatIsMissingIsNamedWithItsRemedy() {
        assertThatThrownBy(() -> resolve("{area: 9 um2}", 3, null))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("part: no figure for energy");
        assertThatThrownBy(() -> resolve("{energy: 9 pJ}", 3, null)).hasMessageStartingWith("part: no figure for area");
        assertThatThrownBy(() -> resolve("{model: gap}", 3, null))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "part: no figure for area, and the source of model gap gives none; state it beside the model"
                                + " (\"area: 7 um2\")");
    }

    /** One round tells all: what a model would leave to be stated stands beside its name. */
    @Test
    void modelsThatGiveNoAreaSaySoWhereItIsMissing() {
        assertThatThrownBy(() -> resolve("{}", 3, null))
                .hasMessage("part: no figure for energy and area, state energy (\"energy: 3 pJ\") or power"
                        + " (\"power: 5 mW\"), and area (\"area: 7 um2\"), or name a model: whole,"
                        + " gap (without an area, to be stated beside it), old (65 nm)");
        assertThatThrownBy(() -> resolve("{area: 1 um2}", 3, null))
                .hasMessageEndingWith("or name a model: whole, gap, old (65 nm)");
        assertThatThrownBy(() -> resolve("{}", 11, null)).hasMessageContaining("gap not ", "(and gives no area");
        assertThatThrownBy(() -> resolve("{model: gap}", 11, null))
                .hasMessageContaining("gap does not cover")
                .hasMessageEndingWith("the model gives none (\"area: 7 um2\")");
        assertThatThrownBy(() -> resolve("{model: gap, area: 1 um2}", 11, null))
                .hasMessageEndingWith("state energy and area directly");
    }

    @Test
    void anUnknownModelIsRefusedEvenWhereItWouldNotBeAsked() {
        assertThatThrownBy(() -> resolve("{model: hole, energy: 1 pJ, leakage: 0 W, area: 1 um2}", 3, null))
                .isInstanceOf(BadInput.class)
                .hasMessage("part.model: no thing model \"hole\", expected one of whole, gap, old");
        Catalog<Integer> empty = new Catalog<>("void", new ExampleFigures("1 J", "1 W", "1 m2"), List.of());
        assertThatThrownBy(() -> empty.resolve(Parts.part(Cost.class, "{model: hole}"), 1, 1, Parts.AT_32_NM, null))
                .hasMessage("part.model: no void model \"hole\", nor any other: state energy (or power) and area");
    }

    @Test
    void outsideItsRangeAModelIsRefusedWithTheRangeAndTheOthers() {
        assertThatThrownBy(() -> resolve("{model: whole}", 11, null))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "part.model: whole does not cover number 11 (valid: up to 10); state energy and area directly");
    }
}
