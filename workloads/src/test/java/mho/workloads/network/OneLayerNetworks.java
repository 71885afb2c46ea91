package mho.workloads.network;

/** Networks of one layer. */
final class OneLayerNetworks {
    private OneLayerNetworks() {}

    /** The node that a layer becomes on inputs of these shapes. */
    static Node node(Layer layer, Shape... shapes) {
        NetworkBuilder builder = Network.builder("small", "", "");
        int[] inputs = new int[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            inputs[i] = builder.input("input" + i, shapes[i]);
        }
        int id = builder.add("layer", layer, inputs);
        return builder.build().node(id);
    }
}
