package mho.arch.write;

import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.cut.Tiling;
import mho.arch.element.ElementWriter;
import mho.arch.element.WriteOnce;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StagePlacement;
import mho.workloads.task.Keeping;

/** Writing all weights of a network, into every copy. */
public final class AllWeights {
    private AllWeights() {}

    /** All arrays that hold a part of the network's weights; tiles of different kinds are written at the same time. */
    public static WriteOnce of(ChipSpec chip, Placement placement, Inventory inventory) {
        List<WriteOnce> kinds = new ArrayList<>();
        List<ChipFace> faces = chip.faces();
        for (int k = 0; k < faces.size(); k++) {
            ChipFace face = faces.get(k);
            ElementWriter writer = face.chip()
                    .element()
                    .writer(action -> inventory.price(face.path().in(action)).joules(), chip.tiles());
            for (Stage stage : placement.pipeline().stages()) {
                if (stage.kind() == k
                        && stage.tiling() != null
                        && stage.operation().weights() == Keeping.HELD) {
                    add(writer, stage.tiling(), placement.seats().get(stage.id()));
                }
            }
            kinds.add(writer.total());
        }
        return kinds.stream().reduce(WriteOnce::beside).orElseThrow();
    }

    private static void add(ElementWriter writer, Tiling tiling, StagePlacement seats) {
        for (CopyPlacement site : seats.sites()) {
            int[] row = new int[tiling.columnBlocks()]; // row blocks that earlier fragments hold
            for (CopyPlacement.Fragment fragment : site.fragments()) {
                for (CopyPlacement.Piece piece : fragment.pieces()) {
                    int block = piece.columnBlock();
                    for (int i = 0; i < piece.rowBlocks(); i++) {
                        writer.add(fragment.tile(), tiling.rowsOf(block, row[block]++), tiling.outputsOf(block));
                    }
                }
            }
        }
    }
}
