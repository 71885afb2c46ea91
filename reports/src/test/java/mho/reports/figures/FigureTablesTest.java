package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every figure of every table, found by reflection: one that is added is tried like the others. */
class FigureTablesTest {
    @Test
    void thereIsATableForEverySubjectThatIsReported() {
        assertThat(AllTables.all().stream().map(FigureTable::subject))
                .doesNotHaveDuplicates()
                .contains("a run", "a layer", "a part", "a line of the ledger", "the data sheet of a chip")
                .contains("a point of a sweep", "a comparison", "a row of the validation");
    }

    @Test
    void everyFigureHasALabelAUnitAndADefinition() {
        for (FigureTable<?> table : AllTables.all()) {
            for (Figure<?> figure : table.figures()) {
                assertThat(figure.label())
                        .as(table.subject() + ": " + figure.key())
                        .isNotBlank();
                assertThat(figure.definition())
                        .as(table.subject() + ": " + figure.key())
                        .isNotBlank()
                        .doesNotEndWith(".");
                assertThat(figure.unit())
                        .as(table.subject() + ": " + figure.key())
                        .isNotNull();
            }
        }
    }

    @Test
    void everyFigureShowsSomewhereAndUnderANameOfItsOwn() {
        for (FigureTable<?> table : AllTables.all()) {
            assertThat(table.figures().stream().map(Figure::key))
                    .as(table.subject())
                    .doesNotHaveDuplicates();
            table.figures().forEach(figure -> assertThat(figure.shows())
                    .as(table.subject() + ": " + figure.key())
                    .isNotEmpty());
            for (Place place : new Place[] {Place.JSON, Place.CSV, Place.CHART}) {
                assertThat(table.figures().stream()
                                .filter(figure -> figure.showsIn(place))
                                .map(figure -> figure.column(place).heading()))
                        .as(table.subject() + " in " + place)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** The unit is the end of the name: "energy_j", "ops_per_s". */
    @Test
    void namesInJsonEndInTheirUnits() {
        Map<Unit, String> ends = Map.of(
                Unit.SECOND, "_s",
                Unit.JOULE, "_j",
                Unit.WATT, "_w",
                Unit.SQUARE_METRE, "_m2",
                Unit.METRE, "_m",
                Unit.KELVIN, "_k",
                Unit.DECIBEL, "_db",
                Unit.JOULE_SECOND, "_js",
                Unit.OPERATION_PER_SECOND, "ops_per_s",
                Unit.OPERATION_PER_SECOND_PER_SQUARE_METRE, "_per_m2");
        for (FigureTable<?> table : AllTables.all()) {
            for (Figure<?> figure : table.figures()) {
                String end = ends.get(figure.unit());
                if (end != null && figure.content().isNumber() && figure.showsIn(Place.JSON)) {
                    assertThat(figure.key()).as(table.subject()).endsWith(end);
                }
            }
        }
    }

    /** What a place leaves out first, second, …: no two columns have one rank. */
    @Test
    void columnsGiveWayOneByOne() {
        for (FigureTable<?> table : AllTables.all()) {
            List<Integer> ranks = table.figures().stream()
                    .filter(figure -> figure.showsIn(Place.TERMINAL))
                    .map(figure -> figure.column(Place.TERMINAL).givesWay())
                    .filter(rank -> rank > 0)
                    .sorted()
                    .toList();
            for (int i = 0; i < ranks.size(); i++) {
                assertThat(ranks.get(i)).as(table.subject()).isEqualTo(i + 1);
            }
        }
    }

    /** A figure is computed where its table says, and nowhere else: no two tables give one key two units. */
    @Test
    void aKeyHasOneUnitWhereverItStands() {
        Map<String, Set<String>> units = new LinkedHashMap<>();
        for (FigureTable<?> table : AllTables.all()) {
            for (Figure<?> figure : table.figures()) {
                if (figure.content().isNumber() && figure.unit() != Unit.NONE) {
                    units.computeIfAbsent(figure.key(), key -> new TreeSet<>())
                            .add(figure.unit().symbol());
                }
            }
        }
        units.forEach((key, found) -> assertThat(found).as(key).hasSize(1));
    }

    @Test
    void everyDefinitionIsAFiguresOrTold() {
        Set<Definition> used = new HashSet<>();
        AllTables.all().forEach(table -> table.figures().forEach(figure -> {
            if (figure.term() != null) {
                used.add(figure.term());
            }
        }));
        assertThat(used).containsExactlyInAnyOrder(Definition.values());
    }
}
