package mho.arch.chip;

import java.util.ArrayList;
import java.util.List;
import mho.arch.topology.RouterNetwork;
import mho.arch.topology.Topology;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.periphery.interconnect.Router;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Routers, several tiles at each. */
@Kind("packet")
public record PacketMesh(
        @Scales(why = "figures are those of one instance; a router states its ports")
                @Doc("Routers in a row of a mesh or torus")
                @Nullable
                Integer columns,
        @Scales(why = "figures are those of one instance; a router states its ports")
                @Doc("Tiles at one router")
                @Default("1")
                int concentration,
        @Doc("How routers are joined; a mesh unless stated") @Nullable Topology topology,
        Router router)
        implements Mesh {

    public PacketMesh {
        RoutedMesh.check(topology, columns);
        if (router.buffers() != null && RoutedMesh.hasCircles(topology)) {
            throw new IllegalArgumentException(
                    "packets in the buffers of routers that are joined in a circle can wait for one another for ever: join them otherwise (mesh.topology=tree), or leave out the router's \"switch\", \"channels\" and \"depth\" for an ideal one");
        }
    }

    @Override
    public RouterNetwork routes(int tiles) {
        return RoutedMesh.routes(topology, columns, tiles, concentration);
    }

    @Override
    public List<String> idealised() {
        return router.buffers() == null ? List.of("buffers of mesh.router (an ideal router)") : List.of();
    }

    @Override
    public double instances(int tiles) {
        return routes(tiles).routers();
    }

    @Override
    public List<Mesh.Counted> counted() {
        return List.of();
    }

    @Override
    public List<String> unusual(int tiles, long busBits) {
        List<String> told = new ArrayList<>();
        if (router.flit() > busBits) {
            told.add("mesh.router.flit is %d bit, and the tile's bus fills it with %d bit a cycle (tile.bus.width)"
                    .formatted(router.flit(), busBits));
        }
        RouterNetwork routes = routes(tiles);
        int ports = routes.ports(Math.min(concentration, tiles));
        if (router.ports() < ports) {
            told.add(
                    "mesh.router.ports is %d, and a router within the %s has %d neighbours and tiles (usual: at least %d)"
                            .formatted(router.ports(), routes.name(), ports, ports));
        }
        told.addAll(RoutedMesh.idleColumns(topology, columns, routes));
        return told;
    }

    @Override
    public ResolvedFigures figures(Site mesh) {
        return router.figures(mesh.at("router"));
    }

    @Override
    public Cost cost() {
        return router.cost();
    }

    @Override
    public double hopsPerSecond() {
        return router.flitsPerSecond();
    }

    @Override
    public double bitsPerHop() {
        return router.flit();
    }

    @Override
    public <T> T as(Mesh.Kinds<T> kinds) {
        return kinds.packet(this);
    }
}
