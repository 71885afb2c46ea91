package mho.arch.topology;

import mho.core.yaml.Kind;

/** A torus of one row: the shorter way round. */
@Kind("ring")
public record Ring() implements Topology {
    @Override
    public boolean inRows() {
        return false;
    }

    @Override
    public boolean hasCircles() {
        return true;
    }

    @Override
    public RouterNetwork routes(int places, int columns) {
        return new GridRoutes("ring", GridDimension.CLOSED, places, places);
    }
}
