package mho.periphery.model;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model of one node taken to another by the laws of the circuit it prices, so that a chip of that node finds one to name.
 *
 * @param base of one node
 * @param metres the node it is taken to, within reach of the laws
 */
public record NodeScaledModel<Q>(String name, CostModel<Q> base, double metres) implements CostModel<Q> {

    public NodeScaledModel {
        if (base.nodeM().isEmpty()) {
            throw new IllegalArgumentException(base.name() + " takes the node as a parameter, and needs no scaling");
        }
    }

    private ProcessScaling move() {
        return new ProcessScaling(
                base.circuit(), Technology.ofNode(base.nodeM().orElseThrow()), Technology.ofNode(metres));
    }

    @Override
    public String action() {
        return base.action();
    }

    @Override
    public String parameters() {
        return base.parameters();
    }

    @Override
    public String validRange() {
        return base.validRange() + " scaled to " + NodeLaw.shown(metres);
    }

    @Override
    public String source() {
        ProcessScaling move = move();
        return base.source() + ", from " + NodeLaw.shown(move.from().nodeM()) + " to " + NodeLaw.shown(metres) + ": "
                + Stream.of(CostFigure.values())
                        .map(face -> face.name().toLowerCase(Locale.ROOT) + " " + move.by(face))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(metres);
    }

    @Override
    public boolean givesArea() {
        return base.givesArea();
    }

    @Override
    public Circuit circuit() {
        return base.circuit();
    }

    @Override
    public Optional<String> outside(Q query) {
        return base.outside(query);
    }

    @Override
    public Estimate estimate(Q query) {
        Estimate at = base.estimate(query);
        ProcessScaling move = move();
        Double area = at.areaM2();
        return new Estimate(
                at.energyJ() * move.factor(CostFigure.ENERGY),
                at.leakageW() * move.factor(CostFigure.LEAKAGE),
                area == null ? null : Double.valueOf(area * move.factor(CostFigure.AREA)),
                source());
    }
}
