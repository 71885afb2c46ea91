package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenKindsTest {
    /** Registered in test resources, among them a line for {@link Square}, which is usual, and one for {@link Circle}. */
    @OpenKinds(usual = "square")
    interface Shape {}

    @Kind("square")
    record Square(@Doc("of a side") @Unit("m") double side) implements Shape {}

    @Kind("circle")
    record Circle(@Doc("from the middle") @Unit("m") double radius) implements Shape {}

    record Drawing(Shape shape) {}

    @Test
    void aKindIsFoundByItsLineInTheResources() {
        assertThat(read("shape: {kind: circle, radius: 2 m}")).isEqualTo(new Drawing(new Circle(2)));
    }

    @Test
    void theUsualKindNeedNotBeNamed() {
        assertThat(read("shape: {side: 3 m}")).isEqualTo(new Drawing(new Square(3)));
        assertThat(read("shape: {kind: square, side: 3 m}")).isEqualTo(new Drawing(new Square(3)));
    }

    @Test
    void anUnknownKindIsToldThoseThereAre() {
        assertThatThrownBy(() -> read("shape: {kind: sqare, side: 3 m}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("expected one of circle, square")
                .hasMessageContaining("did you mean \"square\"");
    }

    @Test
    void parametersAreThoseOfAllKinds() {
        assertThat(Parameters.of(Drawing.class).stream().map(p -> p.path() + " " + p.when()))
                .containsExactly(
                        "shape.kind ", "shape.radius shape.kind = circle", "shape.side shape.kind = square (usual)");
    }

    @Test
    void parametersOfTheUsualKindHoldWhereNoneIsNamed() {
        assertThat(holding("shape: {side: 3 m}")).containsExactly("shape.kind", "shape.side");
        assertThat(holding("shape: {kind: square, side: 3 m}")).containsExactly("shape.kind", "shape.side");
        assertThat(holding("shape: {kind: circle, radius: 3 m}")).containsExactly("shape.kind", "shape.radius");
    }

    private static List<String> holding(String text) {
        MapNode file = (MapNode) Yaml.parse("drawing.yaml", text);
        return Parameters.of(Drawing.class).stream()
                .filter(parameter -> parameter.holdsIn(file))
                .map(Parameter::path)
                .toList();
    }

    private static Object read(String text) {
        return Binder.bind(Yaml.parse("drawing.yaml", text), Drawing.class);
    }
}
