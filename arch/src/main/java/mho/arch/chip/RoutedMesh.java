package mho.arch.chip;

import java.util.List;
import mho.arch.topology.GridMesh;
import mho.arch.topology.RouterNetwork;
import mho.arch.topology.Topology;
import org.jspecify.annotations.Nullable;

/** What packets and circuits have in common: the places of a chip are joined in some topology, a mesh where the file says nothing. */
final class RoutedMesh {
    private RoutedMesh() {}

    private static Topology orMesh(@Nullable Topology topology) {
        return topology == null ? new GridMesh() : topology;
    }

    /** @param columns as stated; a topology without rows goes without them */
    static void check(@Nullable Topology topology, @Nullable Integer columns) {
        if (columns == null && orMesh(topology).inRows()) {
            throw new IllegalArgumentException("missing key \"columns\", for example \"columns: 8\"");
        }
    }

    static boolean hasCircles(@Nullable Topology topology) {
        return orMesh(topology).hasCircles();
    }

    static RouterNetwork routes(@Nullable Topology topology, @Nullable Integer columns, int tiles, int concentration) {
        int places = 1 + (tiles - 1) / concentration;
        return orMesh(topology).routes(places, columns == null ? places : columns);
    }

    /** Columns that are stated and change nothing: a sentence. */
    static List<String> idleColumns(@Nullable Topology topology, @Nullable Integer columns, RouterNetwork routes) {
        return columns == null || orMesh(topology).inRows()
                ? List.of()
                : List.of("mesh.columns is %d, and a %s has no rows: it changes nothing (mesh.columns=null)"
                        .formatted(columns, routes.name()));
    }
}
