package mho.periphery.array;

import mho.periphery.lanes.Lanes;

/** A way to multiply: lays an array's conductances out, once, as its loops want to read them. */
interface Kernel {

    /** The loops of plain Java. */
    Kernel PLAIN = new PlainKernel();

    /** The fastest kind this virtual machine has. */
    Kernel BEST = Lanes.choose(Kernel.class, "mho.periphery.array.VectorKernel", PLAIN);

    /** See {@link Product#of}. */
    Product product(float[][] g, int columns);

    String name();
}
