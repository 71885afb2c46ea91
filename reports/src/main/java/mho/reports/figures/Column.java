package mho.reports.figures;

import java.util.function.Function;
import java.util.function.Predicate;
import mho.reports.medium.CellType;
import mho.reports.medium.Csv;
import org.jspecify.annotations.Nullable;

/**
 * How a figure shows in a place.
 *
 * @param heading of the column, or name of the field or line
 * @param after key of the figure it stands behind there, "" to stand first; null where it stands as in the table
 * @param givesWay when the column is left out where there is no room: 1 first; 0 never
 * @param power of ten that a CSV column multiplies the SI figure by
 * @param words in place of the number with its unit; null where the number is what shows
 * @param cell what the words are in a table for programs
 * @param aside a second reading beside it
 * @param note a footnote in place of the definition; empty for none
 * @param has which subjects have the figure at all
 */
public record Column<T>(
        String heading,
        @Nullable String after,
        int givesWay,
        int power,
        @Nullable Function<T, @Nullable String> words,
        CellType cell,
        @Nullable Function<T, String> aside,
        @Nullable String note,
        Predicate<T> has) {
    public static <T> Column<T> of(String heading) {
        return new Column<>(heading, null, 0, 0, null, CellType.WORDS, null, null, subject -> true);
    }

    public static <T> Column<T> of(String heading, Function<T, @Nullable String> words) {
        return new Column<>(heading, null, 0, 0, words, CellType.WORDS, null, null, subject -> true);
    }

    /** A number to the last digit. */
    public static <T> Column<T> exactly(String heading, Function<T, @Nullable Double> number) {
        Function<T, @Nullable String> words = subject -> Csv.exact(number.apply(subject));
        return new Column<>(heading, null, 0, 0, words, CellType.REAL, null, null, subject -> true);
    }

    public Column<T> behind(String key) {
        return new Column<>(heading, key, givesWay, power, words, cell, aside, note, has);
    }

    public Column<T> givingWay(int rank) {
        return new Column<>(heading, after, rank, power, words, cell, aside, note, has);
    }

    public Column<T> scaled(int tens) {
        return new Column<>(heading, after, givesWay, tens, words, cell, aside, note, has);
    }

    public Column<T> beside(Function<T, String> second) {
        return new Column<>(heading, after, givesWay, power, words, cell, second, note, has);
    }

    public Column<T> noted(String instead) {
        return new Column<>(heading, after, givesWay, power, words, cell, aside, instead, has);
    }

    public Column<T> where(Predicate<T> some) {
        return new Column<>(heading, after, givesWay, power, words, cell, aside, note, has.and(some));
    }

    /** The same for whatever holds a subject. */
    <S> Column<S> within(Function<S, @Nullable T> part) {
        return new Column<>(
                heading,
                after,
                givesWay,
                power,
                words == null
                        ? null
                        : whole -> {
                            T subject = part.apply(whole);
                            return subject == null ? null : words.apply(subject);
                        },
                cell,
                aside == null
                        ? null
                        : whole -> {
                            T subject = part.apply(whole);
                            return subject == null ? "" : aside.apply(subject);
                        },
                note,
                whole -> {
                    T subject = part.apply(whole);
                    return subject != null && has.test(subject);
                });
    }
}
