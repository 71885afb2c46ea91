package mho.arch.topology;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;

/**
 * A tree: the lowest routers have the tiles, every other one has so many routers below it; up to the common ancestor and down. All its
 * links are alike, as in an H-tree; links to other chips attach at its root.
 *
 * @param radix routers below a router
 */
@Kind("tree")
public record RouterTree(
        @Scales(why = "figures are those of one instance; a router states its ports")
                @Doc("Routers below a router of the tree")
                @Default("4")
                @Range(min = 2, max = 64)
                int radix)
        implements Topology {

    @Override
    public boolean inRows() {
        return false;
    }

    @Override
    public boolean hasCircles() {
        return false;
    }

    @Override
    public RouterNetwork routes(int places, int columns) {
        return new TreeRoutes(places, radix);
    }
}
