package mho.reports.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import mho.reports.config.DataChoice;
import mho.reports.config.NetworkChoice;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Networks and data of many runs, each read once while it is in use: the few last asked for are kept. Threads may share it; who asks for
 * what another is reading waits for it.
 */
public final class Library {
    private static final int MOST_NETWORKS = 4;
    private static final int MOST_DATA = 2;

    private final Map<NetworkChoice, Book<Network>> networks = latest(MOST_NETWORKS);
    private final Map<Data, Book<DataChoice.Loaded>> data = latest(MOST_DATA);

    private record Data(DataChoice choice, Shape shape) {}

    /** @throws mho.core.yaml.BadInput for whatever is wrong with it */
    public Network network(NetworkChoice choice) {
        Book<Network> book;
        synchronized (networks) {
            book = networks.computeIfAbsent(choice, c -> new Book<>(c::load));
        }
        return book.read();
    }

    /** @throws mho.core.yaml.BadInput as {@link DataChoice#load} does */
    DataChoice.Loaded data(DataChoice choice, Shape shape) {
        Book<DataChoice.Loaded> book;
        synchronized (data) {
            book = data.computeIfAbsent(
                    new Data(choice.readAt(0), shape),
                    d -> new Book<>(() -> d.choice().load(shape)));
        }
        return book.read();
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
