package mho.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedSourceTest {
    private static final MapNode FILE = (MapNode)
            Yaml.parse(
                    "test",
                    """
            source: the paper
            assumed: {tile.adc.area: half of it, tile.bus: as its rival's}
            tile:
              adc:
                source: the table
                assumed: {power: by the drawing}
                set-by: {bits: set by --set}
                bits: 4
                power: 1 mW
                area: 1 um2
              bus: {width: 8}
              rows: 3
            """);

    @ParameterizedTest
    @CsvSource({
        "tile.rows, SOURCE, the paper",
        "tile.bus.width, ASSUMED, as its rival's",
        "tile.adc.power, ASSUMED, by the drawing",
        "tile.adc.bits, SET, set by --set",
        "tile.adc.area, SOURCE, the table",
        "tile.adc.rate, SOURCE, the table"
    })
    void theNearestThatSaysSomethingOfItIsBelieved(String path, StatedSource.Kind kind, String says) {
        assertThat(StatedSource.of(FILE, path)).isEqualTo(new StatedSource(kind, says));
    }

    @ParameterizedTest
    @CsvSource({"rows", "tile.rows"})
    void whereNobodySaysNothingIsSaid(String path) {
        MapNode silent = (MapNode) Yaml.parse("test", "{rows: 1, tile: {rows: 2}}");
        assertThat(StatedSource.of(silent, path).kind()).isEqualTo(StatedSource.Kind.NONE);
    }
}
