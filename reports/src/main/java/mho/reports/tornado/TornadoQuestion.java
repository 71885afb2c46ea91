package mho.reports.tornado;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that rests on what is assumed.
 *
 * @param name what it is called
 * @param unit of it
 * @param of whose figure it is
 * @param over another's, of which it is a multiple; null where it is the first one's own
 */
public record TornadoQuestion(String name, String unit, TornadoSide of, @Nullable TornadoSide over) {
    List<TornadoSide> sides() {
        return Stream.of(of, over).filter(java.util.Objects::nonNull).toList();
    }
}
