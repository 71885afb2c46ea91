package mho.periphery.array;

/** The kernel by the Vector API, which exists only where the virtual machine has the module jdk.incubator.vector; asked for by its name ({@link mho.periphery.lanes.VectorApi}). */
final class VectorKernel implements ProductKernel {

    VectorKernel() {}

    @Override
    public String name() {
        return "vector (" + RegisterTiles.lanes() + " lanes)";
    }

    @Override
    public Product product(float[][] g, int columns) {
        return new PackedStrips(g, columns);
    }
}
