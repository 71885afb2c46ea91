package mho.workloads.network;

/** What is thrown when a network makes no sense. */
final class Refusal {
    private Refusal() {}

    static RuntimeException of(String message) {
        return new IllegalArgumentException(message);
    }
}
