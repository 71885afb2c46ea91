package mho.arch.chip;

import java.util.List;
import mho.arch.topology.GridMesh;
import mho.arch.topology.RouterNetwork;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.Kind;
import mho.periphery.interconnect.Wires;
import mho.periphery.model.Site;

/** One bus that all tiles share. */
@Kind("bus")
public record BusMesh(Wires wires) implements Mesh {

    /** Tiles stand in one row. */
    @Override
    public RouterNetwork routes(int tiles) {
        return new GridMesh().routes(tiles, tiles);
    }

    @Override
    public List<Mesh.Counted> counted() {
        return List.of();
    }

    @Override
    public List<String> unusual(int tiles, long busBits) {
        return List.of();
    }

    @Override
    public int concentration() {
        return 1;
    }

    @Override
    public double instances(int tiles) {
        return 1;
    }

    @Override
    public ResolvedFigures figures(Site mesh) {
        return wires.figures(mesh.at("wires"));
    }

    @Override
    public Cost cost() {
        return wires.cost();
    }

    @Override
    public double hopsPerSecond() {
        return wires.bitsPerSecond();
    }

    @Override
    public double bitsPerHop() {
        return 1;
    }

    @Override
    public <T> T as(Mesh.Kinds<T> kinds) {
        return kinds.bus(this);
    }
}
