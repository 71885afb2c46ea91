package mho.periphery.interconnect;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.core.quantity.Quantity;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** One published link at its full rate of 6.4 GB/s; slower ones are priced alike per byte. */
record PublishedLink(String name, double metres, double joulesPerByte, double areaM2, String source)
        implements CostModel<ChipLinkQuery> {

    private static final double FULL_RATE = 6.4e9;

    @Override
    public String action() {
        return "byte over one link";
    }

    @Override
    public String parameters() {
        return "none: one published link";
    }

    @Override
    public String validRange() {
        return "up to 6.4 GB/s a link, " + Math.round(metres * 1e9) + " nm figures";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(metres);
    }

    @Override
    public Optional<String> outside(ChipLinkQuery query) {
        return query.bytesPerSecond() > FULL_RATE * (1 + 1e-12)
                ? Optional.of(Quantity.format(query.bytesPerSecond(), "B/s"))
                : Optional.empty();
    }

    @Override
    public Estimate estimate(ChipLinkQuery query) {
        return new Estimate(joulesPerByte, 0, areaM2, source);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LINK;
    }
}
