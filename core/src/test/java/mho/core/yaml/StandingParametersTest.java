package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingParametersTest {
    sealed interface Lamp permits Led, Bulb {}

    @Kind("led")
    record Led(@Unit("W") double power) implements Lamp {}

    @Kind("bulb")
    record Bulb(@Unit("V") double voltage) implements Lamp {}

    record Room(Lamp lamp, @Default("{}") Map<String, Lamp> more) {}

    record Floor(int windows, @Inline @ListedAt("room") Room room) {}

    record House(
            int rooms,
            @Nullable Room room,
            @Default("{}") Map<String, Floor> floors,
            @Default("[]") List<Lamp> outside) {}

    private static List<String> paths(String file) {
        MapNode house = (MapNode) Yaml.parse("house", file);
        return StandingParameters.of(Parameters.of(House.class), house).stream()
                .map(Parameter::path)
                .toList();
    }

    @Test
    void everyItemAndEveryNameHasParametersOfItsKind() {
        assertThat(
                        paths(
                                """
                                room:
                                  lamp: {kind: led, power: 1 W}
                                  more:
                                    desk: {kind: bulb}
                                    source: {kind: bulb}
                                    "by.the bed": {kind: led}
                                outside: [{kind: bulb}, {kind: led}]
                                """))
                .containsExactly(
                        "rooms",
                        "room.lamp.kind",
                        "room.lamp.power",
                        "room.more[\"by.the bed\"].power",
                        "room.more.desk.voltage",
                        "outside[1].power",
                        "outside[0].voltage");
    }

    @Test
    void aSettingFindsEachOfThem() {
        MapNode house = (MapNode) Yaml.parse("house", "{room: {more: {\"by.the bed\": {kind: led, power: 1 W}}}}");
        String path = "room.more[\"by.the bed\"].power";
        assertThat(StandingParameters.of(Parameters.of(House.class), house))
                .extracting(Parameter::path)
                .contains(path);
        assertThat(Setting.path("room.more", "by.the bed") + ".power").isEqualTo(path);
        MapNode set = Setting.parse(path + "=2 W").applyTo(house);
        assertThat(set.find(path)).isInstanceOfSatisfying(ScalarNode.class, power -> assertThat(power.text())
                .isEqualTo("2 W"));
    }

    @Test
    void aNameThatNoPathHoldsIsLeftOut() {
        assertThat(paths("{room: {more: {'a\"]b': {kind: led}}}}")).noneMatch(path -> path.contains("more"));
        assertThat(Setting.path("room.more", "a\"]b")).isNull();
        assertThat(Setting.path("room.more", "x".repeat(100))).isNull();
    }

    @Test
    void whatIsAsAnotherPartHasItsParameters() {
        String floors = "floors: {first: {windows: 2, lamp: {kind: bulb}}, attic: {lamp: {kind: led}}}";
        assertThat(paths("{" + floors + "}"))
                .containsExactly(
                        "rooms",
                        "floors.first.windows",
                        "floors.attic.windows",
                        "floors.first.lamp.kind",
                        "floors.attic.lamp.kind",
                        "floors.attic.lamp.power",
                        "floors.first.lamp.voltage");
        assertThat(paths("{room: {lamp: {kind: led}}, " + floors + "}"))
                .contains("room.lamp.power", "floors.attic.lamp.power");
    }

    @Test
    void aListHasNoParameterOfAnItemThatItLacks() {
        assertThat(paths("{outside: []}")).noneMatch(path -> path.startsWith("outside"));
    }
}
