package mho.reports.compare;

import mho.core.quantity.BadQuantity;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;

/** Two ways to write one quantity: "1.2 GHz" and "1200 MHz". */
final class SameQuantity {
    private SameQuantity() {}

    static boolean isSameQuantity(String a, String b) {
        if (!Quantity.isQuantity(a) || !Quantity.isQuantity(b)) {
            return false;
        }
        for (Dimension dimension : Dimension.values()) {
            try {
                return Quantity.decimal(a, dimension).compareTo(Quantity.decimal(b, dimension)) == 0;
            } catch (BadQuantity e) {
                // measures something else
            }
        }
        return false;
    }
}
