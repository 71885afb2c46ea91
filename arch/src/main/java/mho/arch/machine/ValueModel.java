package mho.arch.machine;

import java.util.List;
import java.util.Set;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Compact;
import mho.arch.element.ElementValues;
import mho.arch.element.Precision;
import mho.core.cost.WithoutCosts;
import mho.periphery.neuron.Neuron;
import mho.workloads.network.ScalarOperation;
import org.jspecify.annotations.Nullable;

/**
 * What of a chip has a say in the values it computes, and nothing else: no price, no clock, no network. Equal models compute equal values.
 *
 * @param compact what of a matrix is stored
 * @param kinds of its tiles, in the order in which they stand
 */
public record ValueModel(Precision precision, Compact compact, List<TileValues> kinds) {

    public ValueModel {
        kinds = List.copyOf(kinds);
    }

    /**
     * Tiles of one kind.
     *
     * @param does words of network files for the layers that they compute; null for all
     * @param exact functions that units of digital logic have taken over from the activation circuit
     */
    public record TileValues(
            @Nullable List<String> does, ElementValues element, Neuron activation, Set<ScalarOperation> exact) {
        public TileValues {
            exact = Set.copyOf(exact);
        }
    }

    public static ValueModel of(ChipSpec chip) {
        return new ValueModel(
                chip.precision(),
                chip.mapping().compact(),
                chip.faces().stream().map(ValueModel::tiles).toList());
    }

    private static TileValues tiles(ChipFace face) {
        ChipSpec chip = face.chip();
        return new TileValues(
                face.does(),
                chip.element().values(chip.inputBits(), chip.temperature()),
                (Neuron) WithoutCosts.unpriced((Record) chip.tile().activation()),
                chip.tile().functionUnits().functions());
    }
}
