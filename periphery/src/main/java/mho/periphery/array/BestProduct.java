package mho.periphery.array;

import mho.periphery.lanes.Lanes;

/** The choice of kernel. */
final class BestProduct {

    static final Product INSTANCE =
            Lanes.choose(Product.class, "mho.periphery.array.VectorProduct", PlainProduct.INSTANCE);

    private BestProduct() {}
}
