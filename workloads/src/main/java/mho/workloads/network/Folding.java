package mho.workloads.network;

/** See {@link Network#folded()}. */
final class Folding {
    private final Network network;

    Folding(Network network) {
        this.network = network;
    }

    Network run() {
        return network;
    }
}
