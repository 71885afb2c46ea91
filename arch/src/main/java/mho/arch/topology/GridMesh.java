package mho.arch.topology;

import mho.core.yaml.Kind;

/** A grid of which each router is joined to those beside, above and below it. */
@Kind("mesh")
public record GridMesh() implements Topology {
    @Override
    public boolean inRows() {
        return true;
    }

    @Override
    public boolean hasCircles() {
        return false;
    }

    @Override
    public RouterNetwork routes(int places, int columns) {
        return new GridRoutes("grid", GridDimension.OPEN, places, columns);
    }
}
