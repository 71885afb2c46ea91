package mho.reports.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import mho.arch.machine.Reference;
import mho.reports.config.DataChoice;
import mho.reports.config.NetworkChoice;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * Networks and data of many runs, each read once while it is in use: the few last asked for are kept. Threads may share it; who asks for
 * what another is reading waits for it.
 */
public final class InputCache {
    private static final int MOST_NETWORKS = 4;
    private static final int MOST_DATA = 2;

    private final Map<NetworkChoice, Book<Folded>> networks = latest(MOST_NETWORKS);
    private final Map<Asked, Book<Given>> data = latest(MOST_DATA);
    private final long room;

    /** A network as it is written, and as chips run it. */
    record Folded(Network network, Network folded) {}

    /** Data, and what a network answers to them in floating point. */
    record Given(DataChoice.Loaded data, Reference reference) {}

    private record Asked(NetworkChoice network, DataChoice data) {}

    private InputCache(long room) {
        this.room = room;
    }

    /** For many runs; what the network answers in floating point is kept for all. */
    public static InputCache shared() {
        return new InputCache(Reference.ROOM);
    }

    /** For one run, which asks for everything once. */
    static InputCache single() {
        return new InputCache(0);
    }

    /** Throws {@link mho.core.yaml.BadInput} for whatever is wrong with it. */
    Folded network(NetworkChoice choice) {
        Book<Folded> book;
        synchronized (networks) {
            book = networks.computeIfAbsent(choice, c -> new Book<>(() -> folded(c.load())));
        }
        return book.read();
    }

    private static Folded folded(Network network) {
        return new Folded(network, network.folded());
    }

    /** Throws {@link mho.core.yaml.BadInput} where {@link DataChoice#load} does. */
    Given data(NetworkChoice network, DataChoice choice) {
        Book<Given> book;
        synchronized (data) {
            book = data.computeIfAbsent(new Asked(network, choice.readAt(0)), asked -> new Book<>(() -> given(asked)));
        }
        return book.read();
    }

    private Given given(Asked asked) {
        Folded network = network(asked.network());
        DataChoice.Loaded loaded = asked.data().load(InputShape.of(network.network()));
        if (loaded.images().labelled()) {
            loaded.images().checkClasses((int)
                    network.folded().results().get(0).shape().size());
        }
        return new Given(loaded, Reference.of(network.folded(), loaded.images(), room));
    }

    private static <K, V> Map<K, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Read when first opened; what cannot be read says so again to whoever asks next. */
    private static final class Book<T> {
        private final Supplier<T> reader;
        private @Nullable T content;

        Book(Supplier<T> reader) {
            this.reader = reader;
        }

        synchronized T read() {
            if (content == null) {
                content = reader.get();
            }
            return content;
        }
    }
}
