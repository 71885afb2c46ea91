package mho.arch.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way over a link between chips, or into the first of them from outside.
 *
 * @param from chip, or {@link Interconnect#OUTSIDE}
 * @param lane of the pair of links that a chip has, one to each side
 */
public record LinkWay(int from, int to, int lane) {
    private static final String INPUT = "input link";
    private static final Pattern BETWEEN = Pattern.compile("link chip(\\d+) to chip(\\d+) lane (\\d+)");

    /** A link of a chip: that of a lane, to the chip before or to the one behind. */
    public record End(int chip, boolean towardsNext, int lane) {}

    /** As the engine's resource is called. */
    String resource() {
        return from == Interconnect.OUTSIDE ? INPUT : "link chip" + from + " to chip" + to + " lane " + lane;
    }

    /** The way that a resource stands for; null where it is no link. */
    public static @Nullable LinkWay parse(String resource) {
        if (resource.equals(INPUT)) {
            return new LinkWay(Interconnect.OUTSIDE, 0, 0);
        }
        Matcher way = BETWEEN.matcher(resource);
        return way.matches()
                ? new LinkWay(
                        Integer.parseInt(way.group(1)), Integer.parseInt(way.group(2)), Integer.parseInt(way.group(3)))
                : null;
    }

    /** Links of chips that it occupies; a chip with a single one has it to both sides. */
    public List<End> ends(int linksOfAChip) {
        boolean forwards = to > from;
        List<End> ends = new ArrayList<>();
        if (from != Interconnect.OUTSIDE) {
            ends.add(new End(from, forwards || linksOfAChip == 1, lane));
        }
        ends.add(new End(to, !forwards || linksOfAChip == 1, lane));
        return ends;
    }
}
