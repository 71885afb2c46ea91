package mho.arch.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.arch.element.Component;
import mho.arch.element.PartList;
import mho.core.cost.Action;
import mho.core.cost.Gating;
import mho.core.cost.Price;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.memory.OffChipMemory;
import mho.periphery.model.Site;

/** The parts of a chip of tiles, as they are listed. */
final class TileInventory {
    private final ChipSpec chip;
    private final Site root;
    private final PartList list = new PartList();

    /** @throws BadInput that tells every figure which is missing, and what models refuse */
    TileInventory(ChipSpec chip) {
        this.chip = chip;
        this.root = new Site("", chip.process());
        double bitsOut = 0;
        for (ChipFace face : chip.faces()) {
            TilePartList tiles = new TilePartList(face, root);
            list.take(tiles.parts(), face.path());
            bitsOut += face.chip().tiles() * tiles.bitsOut();
        }
        double leaving = bitsOut;
        list.each(() -> addMesh(leaving), this::addLink, this::addMemory, this::addWeightPort, this::addUpkeep);
        list.tell();
    }

    List<Component> components() {
        return gated(list.components());
    }

    Map<Action, Price> prices() {
        return list.prices();
    }

    /** @param bitsOut a second that all tiles hand on, at full rate */
    private void addMesh(double bitsOut) {
        Mesh mesh = chip.mesh();
        double instances = mesh.instances(chip.tiles());
        double full = mesh.hopsPerSecond();
        double hops = bitsOut / mesh.bitsPerHop() / instances; // to a neighbour
        list.add(Mesh.HOP, instances, mesh.figures(root.at("mesh")), full, PartList.needed(mesh.cost(), full, hops));
    }

    private void addLink() {
        ChipLink link = chip.link();
        if (link != null) {
            list.add(ChipSpec.LINK, link.count(), link.figures(root.at("link")), link.bandwidth());
        }
    }

    private void addWeightPort() {
        WeightPort port = chip.weights() == null ? null : chip.weights().port();
        if (port != null) {
            list.add(WeightPort.BYTE, 1, port.figures("weights.port"), port.bandwidth());
        }
    }

    private void addUpkeep() {
        Upkeep upkeep = chip.upkeep();
        if (upkeep != null) {
            list.add(ChipSpec.UPKEEP, 1, upkeep.figures(root.at("upkeep")), 0);
        }
    }

    /** A switch in front of a tile is one of all that stands there and has none of its own; waking up is the tile's. */
    private List<Component> gated(List<Component> parts) {
        List<Component> gated = new ArrayList<>(parts);
        for (ChipFace face : chip.faces()) {
            Gating gating = face.tile().gating();
            if (gating != null) {
                gated.replaceAll(part ->
                        face.path().has(part.path()) ? part.with(part.figures().behind(gating.withoutEnergy())) : part);
                ResolvedFigures tile = new ResolvedFigures(0, 0, 0, Map.of("leakage", "that of what stands in it"));
                int tiles = face.chip().tiles();
                gated.add(new Component(face.path().text(), tiles, tile.behind(gating), 0, 0, List.of()));
            }
        }
        return List.copyOf(gated);
    }

    private void addMemory() {
        OffChipMemory memory = chip.memory();
        if (memory != null) {
            list.add(ChipSpec.MEMORY, memory.channels(), memory.figures(root.at("memory")), memory.bytesPerSecond());
        }
    }
}
