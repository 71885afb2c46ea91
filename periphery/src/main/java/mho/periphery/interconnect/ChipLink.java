package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** Links from one chip to its neighbours. Its action is one byte over one link; cost is that of one link. */
public record ChipLink(
        @Scales(why = "figures are those of one link") @Doc("Links of a chip") @Default("1") int count,
        @Scales(area = ScalingLaw.LINEAR, why = "assumed: lanes side by side, each with its area and leakage")
                @Doc("Bytes a second of one link")
                @Unit("B/s")
                double bandwidth,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Delay of a byte beyond its transfer")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1e-3)
                double delay,
        @Inline Cost cost)
        implements PricedPart {

    /** How long so many bytes keep one link busy. */
    public double busySeconds(double bytes) {
        return bytes / bandwidth;
    }

    /** Cost of one link, per byte. */
    public ResolvedFigures figures(Site site) {
        return ChipLinkModels.CATALOG.resolve(cost, bandwidth, new ChipLinkQuery(bandwidth), site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LINK;
    }
}
