package mho.periphery.array;

import mho.core.arithmetic.Fused;
import mho.periphery.lanes.Lanes;

/** A way to multiply: lays an array's conductances out, once, as its loops want to read them. */
interface Kernel {

    /** The loops of plain Java. */
    Kernel PLAIN = new PlainKernel();

    /** The fastest kind this virtual machine has. Lanes of fused multiply-adds are only where the processor has them. */
    Kernel BEST = Fused.BY_PROCESSOR ? Lanes.choose(Kernel.class, "mho.periphery.array.VectorKernel", PLAIN) : PLAIN;

    /** See {@link Product#of}. */
    Product product(float[][] g, int columns);

    String name();
}
