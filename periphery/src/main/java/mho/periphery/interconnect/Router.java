package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Key;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** A packet router: every port passes a flit a cycle, and a flit takes some cycles through. Its action is one flit through one router. */
public record Router(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "crossbar and buffers grow by different laws")
                @Doc("Ports")
                int ports,
        @Scales(
                        energy = ScalingLaw.LINEAR,
                        area = ScalingLaw.RESTATE,
                        why = "energy goes with the bits moved; crossbar and buffers take area by different laws")
                @Doc("Bits a port passes in a cycle")
                @Unit("bit")
                long flit,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Clock of router and links") @Unit("Hz")
                double clock,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles from a flit's arrival to its departure")
                @Default("1")
                @Range(min = 1, max = 65536)
                int delayCycles,
        @Key("switch")
                @Scales(why = "it sets times; an action costs what it cost")
                @Doc(
                        "Until when an output stays with an input; a router that does not say so is ideal: its buffers are endless")
                @Nullable
                Switched switched,
        @Scales(why = "figures are those of a router with its buffers")
                @Doc("Virtual channels of an input port; a router with a switch states them")
                @Range(min = 1, max = 64)
                @Nullable
                Integer channels,
        @Scales(why = "figures are those of a router with its buffers")
                @Doc("Flits that a channel has room for; a router with a switch states it")
                @Unit("flit")
                @Range(min = 1, max = 4096)
                @Nullable
                Integer depth,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc(
                        "Cycles until the room that a flit leaves in a channel is known where flits for it come from; 1 unless stated")
                @Range(min = 0, max = 1024)
                @Nullable
                Integer creditCycles,
        @Scales(why = "an action is one flit, of whatever")
                @Doc("Flits at the head of a packet, before those of its values; none unless stated")
                @Unit("flit")
                @Range(min = 0, max = 1024)
                @Nullable
                Integer header,
        @Scales(why = "an action is one flit, of whatever")
                @Doc(
                        "Flits of the largest packet with its header; values that need more go as several. Without end unless stated")
                @Unit("flit")
                @Range(min = 1, max = 1048576)
                @Nullable
                Integer largestPacket,
        @Inline Cost cost)
        implements PricedPart {

    /** Cycles in which a flit passes a router with a switch: it finds a channel in one, and crosses switch and link in the next. */
    private static final int LEAST_DELAY = 2;

    public Router {
        if (switched == null) {
            refuseUnswitched("channels", channels);
            refuseUnswitched("depth", depth);
            refuseUnswitched("credit-cycles", creditCycles);
        } else {
            require("channels: 4", channels);
            require("depth: 8 flit", depth);
            if (delayCycles < LEAST_DELAY) {
                throw new IllegalArgumentException(
                        "delay-cycles is %d, and a router with a switch takes at least %d: one in which a flit finds a channel, one in which it crosses switch and link"
                                .formatted(delayCycles, LEAST_DELAY));
            }
        }
        int heads = header == null ? 0 : header;
        if (largestPacket != null && largestPacket <= heads) {
            throw new IllegalArgumentException("largest-packet is %d flit, and %d of them are its header: at least %d"
                    .formatted(largestPacket, heads, heads + 1));
        }
        if (switched != null && depth != null && depth <= heads) {
            throw new IllegalArgumentException(
                    "depth is %d flit, and a header takes %d: a channel has room for a header and a flit, at least %d"
                            .formatted(depth, heads, heads + 1));
        }
    }

    private static void refuseUnswitched(String key, @Nullable Integer stated) {
        if (stated != null) {
            throw new IllegalArgumentException(
                    "states \"%s\" and no \"switch\": without one a router is ideal and has no such thing; add \"switch: per-flit\" or \"switch: per-packet\""
                            .formatted(key));
        }
    }

    private static void require(String example, @Nullable Integer stated) {
        if (stated == null) {
            throw new IllegalArgumentException(
                    "missing key \"%s\", for example \"%s\": a router with a switch has buffers"
                            .formatted(example.substring(0, example.indexOf(':')), example));
        }
    }

    /** What lies in front of its switch, or null: an ideal router. */
    public @Nullable Channels buffers() {
        return switched == null || channels == null || depth == null
                ? null
                : new Channels(
                        switched == Switched.PER_PACKET, channels, depth, creditCycles == null ? 1 : creditCycles);
    }

    /** Flits of a packet that carry no values. */
    public int headerFlits() {
        return header == null ? 0 : header;
    }

    /** Flits of the largest packet. */
    public int largestFlits() {
        return largestPacket == null ? Integer.MAX_VALUE : largestPacket;
    }

    /** Flits that so many bits take. */
    public long flits(long bits) {
        return (bits + flit - 1) / flit;
    }

    /** Flits a second with every port busy. */
    public double flitsPerSecond() {
        return ports * clock;
    }

    /** Cost of one router, per flit. */
    public ResolvedFigures figures(Site site) {
        RouterQuery query = new RouterQuery(ports, flit, clock);
        return RouterModels.CATALOG.resolve(cost, flitsPerSecond(), query, site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
