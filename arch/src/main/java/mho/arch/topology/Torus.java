package mho.arch.topology;

import mho.core.yaml.Kind;

/** A grid whose rows and columns close to rings: along the row first, each time the shorter way round. */
@Kind("torus")
public record Torus() implements Topology {
    @Override
    public boolean inRows() {
        return true;
    }

    @Override
    public boolean hasCircles() {
        return true;
    }

    @Override
    public RouterNetwork routes(int places, int columns) {
        return new GridRoutes("torus", GridDimension.CLOSED, places, columns);
    }
}
