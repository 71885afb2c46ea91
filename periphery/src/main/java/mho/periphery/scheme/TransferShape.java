package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * When what a fast array has learnt goes to a slow one, a row (the cells of one input) at a time, and how that row is read: a read forward
 * of the vector that is 1 for the row. Rates are factors of the learning rate of the network.
 */
public record TransferShape(
        @Doc("Learning rate of the fast array, over that of the network") @Unit("1") @Default("1") double fastRate,
        @Doc("Learning rate of a transfer, over that of the network") @Unit("1") @Default("1") double transferRate,
        @Doc("Updates, or batches, between two transfers of a row") @Unit("1") @Default("1") @Range(min = 1) int every,
        @Doc("What is counted for that") @Default("update") Beat counted,
        @Doc("Weight of the fast array in what the network reads") @Unit("1") @Default("0") @Range(min = 0, max = 1)
                double fastShare,
        @Doc("How a row is read; without error when absent") @Nullable ReadPath read) {

    /** What transfers are timed by. */
    public enum Beat {
        UPDATE,
        BATCH
    }
}
