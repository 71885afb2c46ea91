package mho.periphery.array;

/** The kernel by the Vector API, which exists only where the virtual machine has the module jdk.incubator.vector; asked for by its name ({@link mho.periphery.lanes.Lanes}). */
final class VectorKernel implements Kernel {

    VectorKernel() {}

    @Override
    public String name() {
        return "vector (" + Tiles.lanes() + " lanes)";
    }

    @Override
    public Product product(float[][] g, int columns) {
        return new Strips(g, columns);
    }
}
