package mho.periphery.array;

/** The choice of kernel. */
final class BestProduct {

    static final Product INSTANCE = PlainProduct.INSTANCE;

    private BestProduct() {}
}
