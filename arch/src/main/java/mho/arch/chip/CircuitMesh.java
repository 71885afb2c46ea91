package mho.arch.chip;

import java.util.List;
import mho.arch.topology.RouterNetwork;
import mho.arch.topology.Topology;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.interconnect.CircuitSegment;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Switched segments between neighbouring tiles, which carry vectors of durations. */
@Kind("circuit")
public record CircuitMesh(
        @Scales(why = "figures are those of one instance") @Doc("Tiles in a row of a mesh or torus") @Nullable
                Integer columns,
        @Scales(why = "a pulse charges its lane once, whatever its duration")
                @Doc("Bits of a duration")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(why = "a pulse charges its lane once, whatever its duration")
                @Doc("One unit of duration")
                @Unit("s")
                @Range(max = 1)
                double unit,
        @Scales(why = "figures are those of one instance")
                @Doc("Segments side by side between neighbours, each switched by itself")
                @Default("1")
                @Range(min = 1, max = 65536)
                int planes,
        @Doc("How tiles are joined; a mesh unless stated") @Nullable Topology topology,
        CircuitSegment segment)
        implements Mesh {

    public CircuitMesh {
        RoutedMesh.check(topology, columns);
    }

    /** The longest pulse: 2^bits units. */
    public double pulseSeconds() {
        return (1L << bits) * unit;
    }

    @Override
    public RouterNetwork routes(int tiles) {
        return RoutedMesh.routes(topology, columns, tiles, 1);
    }

    @Override
    public int concentration() {
        return 1;
    }

    /** One for each direction between neighbours, and the entry of every tile, and of links that are at no tile. */
    @Override
    public double instances(int tiles) {
        RouterNetwork routes = routes(tiles);
        return planes * ((double) routes.links() + tiles + routes.apart());
    }

    @Override
    public List<Mesh.Counted> counted() {
        return List.of(
                new Mesh.Counted("mesh.segment.delay", segment.delay(), unit),
                new Mesh.Counted("mesh.segment.reconfiguration", segment.reconfiguration(), unit));
    }

    @Override
    public List<String> unusual(int tiles, long busBits) {
        return RoutedMesh.idleColumns(topology, columns, routes(tiles));
    }

    @Override
    public ResolvedFigures figures(Site mesh) {
        return segment.figures(mesh.at("segment"), pulseSeconds());
    }

    @Override
    public Cost cost() {
        return segment.cost();
    }

    @Override
    public double hopsPerSecond() {
        return segment.lanes() / pulseSeconds();
    }

    @Override
    public double bitsPerHop() {
        return bits;
    }

    @Override
    public <T> T as(Mesh.Kinds<T> kinds) {
        return kinds.circuit(this);
    }
}
