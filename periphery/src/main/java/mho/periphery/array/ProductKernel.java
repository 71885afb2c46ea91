package mho.periphery.array;

import mho.core.arithmetic.FusedMultiplyAdd;
import mho.periphery.lanes.VectorApi;

/** A way to multiply: lays an array's conductances out, once, as its loops want to read them. */
interface ProductKernel {

    /** The loops of plain Java. */
    ProductKernel PLAIN = new PlainKernel();

    /** The fastest kind this virtual machine has. Lanes of fused multiply-adds are only where the processor has them. */
    ProductKernel BEST = FusedMultiplyAdd.BY_PROCESSOR
            ? VectorApi.choose(ProductKernel.class, "mho.periphery.array.VectorKernel", PLAIN)
            : PLAIN;

    /** See {@link Product#of}. */
    Product product(float[][] g, int columns);

    String name();
}
