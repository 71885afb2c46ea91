package mho.reports.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import mho.reports.medium.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a subject, and all that is said of it anywhere.
 *
 * @param key its field in JSON, with its SI unit: "energy_j"
 * @param label for people
 * @param definition what it is, a sentence
 * @param term the definition, where README has it among the definitions of what is not plain; null elsewhere
 * @param content what it is, and how it follows from its subject
 * @param shows where, and how there
 * @param remedy what to do about a run that has no such figure, as the end of a sentence
 */
public record Figure<T>(
        String key,
        String label,
        Unit unit,
        String definition,
        @Nullable Definition term,
        Content<T> content,
        Map<Place, Column<T>> shows,
        String remedy) {
    private static final String AGAIN = "; run it again";

    public Figure {
        Map<Place, Column<T>> sorted = new EnumMap<>(Place.class);
        sorted.putAll(shows);
        shows = Collections.unmodifiableMap(sorted);
    }

    public static <T> Figure<T> real(String key, String label, Unit unit, Function<T, @Nullable Double> of) {
        return of(key, label, unit, new Content.Real<>(of));
    }

    public static <T> Figure<T> whole(String key, String label, Unit unit, Function<T, @Nullable Long> of) {
        return of(key, label, unit, new Content.Whole<>(of));
    }

    public static <T> Figure<T> words(String key, String label, Function<T, @Nullable String> of) {
        return of(key, label, Unit.NONE, new Content.Words<>(of));
    }

    public static <T> Figure<T> allWords(
            String key, String label, Function<T, ? extends List<? extends @Nullable String>> of) {
        return of(key, label, Unit.NONE, new Content.AllWords<>(of));
    }

    public static <T> Figure<T> flag(String key, String label, Predicate<T> of) {
        return of(key, label, Unit.NONE, new Content.Flag<>(of));
    }

    public static <T, U> Figure<T> rows(String key, String label, Function<T, List<U>> of, FigureTable<U> table) {
        return of(key, label, Unit.NONE, new Content.Rows<>(of, table)).means(table.subject());
    }

    public static <T, U> Figure<T> part(String key, String label, Function<T, @Nullable U> of, FigureTable<U> table) {
        return of(key, label, Unit.NONE, new Content.Part<>(of, table)).means(table.subject());
    }

    /** A figure that shows in JSON, and nowhere else as yet. */
    public static <T> Figure<T> of(String key, String label, Unit unit, Content<T> content) {
        Map<Place, Column<T>> json = new EnumMap<>(Place.class);
        json.put(Place.JSON, Column.of(key));
        return new Figure<>(key, label, unit, "", null, content, json, AGAIN);
    }

    public Figure<T> means(String sentence) {
        return new Figure<>(key, label, unit, sentence, null, content, shows, remedy);
    }

    public Figure<T> means(Definition definition) {
        return new Figure<>(key, label, unit, definition.words(), definition, content, shows, remedy);
    }

    /** Read as this, where it is words. */
    public Figure<T> read(Unit as) {
        return new Figure<>(key, label, as, definition, term, content, shows, remedy);
    }

    public Figure<T> lacking(String what) {
        return new Figure<>(key, label, unit, definition, term, content, shows, what);
    }

    /** It has no field in JSON. */
    public Figure<T> notInJson() {
        Map<Place, Column<T>> others = new EnumMap<>(Place.class);
        others.putAll(shows);
        others.remove(Place.JSON);
        return new Figure<>(key, label, unit, definition, term, content, others, remedy);
    }

    public Figure<T> in(Place place, Column<T> column) {
        Map<Place, Column<T>> all = new EnumMap<>(Place.class);
        all.putAll(shows);
        all.put(place, column);
        return new Figure<>(key, label, unit, definition, term, content, all, remedy);
    }

    public Figure<T> in(Place place, String heading) {
        return in(place, Column.of(heading));
    }

    public Figure<T> in(Place place, String heading, Function<T, @Nullable String> words) {
        return in(place, Column.of(heading, words));
    }

    /** One that design points are judged by. */
    public Figure<T> asMetric() {
        return in(Place.METRIC, key);
    }

    public boolean showsIn(Place place) {
        return shows.containsKey(place);
    }

    /** How it shows in a place; throws where it does not. */
    public Column<T> column(Place place) {
        Column<T> column = shows.get(place);
        if (column == null) {
            throw new IllegalArgumentException(key + " does not show in " + place);
        }
        return column;
    }

    /** Null where the subject has none, or none that is finite. */
    public @Nullable Double number(T subject) {
        Double number = content.number(subject);
        return number == null || !Double.isFinite(number) ? null : number;
    }

    /** For a terminal, in the place's own words where it has some; null where the subject has no such figure. */
    public @Nullable String text(T subject, Place place) {
        Column<T> column = column(place);
        if (!column.has().test(subject)) {
            return null;
        }
        return column.words() == null
                ? content.text(subject, unit)
                : column.words().apply(subject);
    }

    /** For a page, the same. */
    public @Nullable String onPage(T subject, Place place) {
        Column<T> column = column(place);
        if (!column.has().test(subject)) {
            return null;
        }
        return column.words() == null
                ? content.onPage(subject, unit)
                : column.words().apply(subject);
    }

    /** For a CSV file, in the unit of its heading. */
    public String csv(T subject) {
        Column<T> column = column(Place.CSV);
        if (column.words() == null) {
            return content.csv(subject, column.power());
        }
        String words = column.words().apply(subject);
        return words == null ? "" : words;
    }

    /** What stands in its column of a CSV file. */
    public CellType cell() {
        Column<T> column = column(Place.CSV);
        return column.words() == null ? content.cell() : column.cell();
    }

    /** The footnote of a place. */
    public String note(Place place) {
        String own = column(place).note();
        return own == null ? definition : own;
    }

    /** The same figure of whatever holds a subject. */
    <S> Figure<S> within(Function<S, @Nullable T> part) {
        Map<Place, Column<S>> columns = new EnumMap<>(Place.class);
        shows.forEach((place, column) -> columns.put(place, column.within(part)));
        Content<S> inside = new Content.Inside<>(part, content);
        return new Figure<>(key, label, unit, definition, term, inside, columns, remedy);
    }
}
