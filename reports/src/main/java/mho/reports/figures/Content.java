package mho.reports.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import mho.reports.medium.CellType;
import mho.reports.medium.Csv;
import mho.reports.medium.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is, and how it follows from its subject.
 *
 * @param <T> the subject
 */
public sealed interface Content<T> {
    /** Writes it as a field of a JSON object; of what it holds, what shows in this place. */
    void write(Json json, String field, T subject, Place place) throws IOException;

    /** Null where it is no number, or there is none. */
    default @Nullable Double number(T subject) {
        return null;
    }

    /** For a terminal; null where there is none. */
    default @Nullable String text(T subject, Unit unit) {
        return null;
    }

    /** For a page; null where there is none. */
    default @Nullable String onPage(T subject, Unit unit) {
        return text(subject, unit);
    }

    /** For a CSV file: times a power of ten, to twelve digits; empty where there is none. */
    default String csv(T subject, int power) {
        String text = text(subject, Unit.NONE);
        return text == null ? "" : text;
    }

    /** What stands in its column of a table for programs. */
    default CellType cell() {
        return CellType.WORDS;
    }

    /** Whether it is one number. */
    default boolean isNumber() {
        return false;
    }

    /** What shows for a figure of this content where parts are not told apart: itself, or what a part holds. */
    default List<Figure<T>> flat(Figure<T> itself, Place place) {
        return List.of(itself);
    }

    /** The table of what it holds; null where it is a value. */
    default @Nullable FigureTable<?> inside() {
        return null;
    }

    /** What stands behind its field where fields are listed: "[]" of a list, ".*" of what has names for fields. */
    default String mark() {
        return "";
    }

    /** A number, in SI units. JSON has no infinity: what is none is null there. */
    record Real<T>(Function<T, @Nullable Double> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            Double number = of.apply(subject);
            json.putOrNull(field, number == null || !Double.isFinite(number) ? null : number);
        }

        @Override
        public @Nullable Double number(T subject) {
            Double number = of.apply(subject);
            return number == null ? null : number;
        }

        @Override
        public @Nullable String text(T subject, Unit unit) {
            Double number = of.apply(subject);
            return number == null ? null : unit.text(number);
        }

        @Override
        public @Nullable String onPage(T subject, Unit unit) {
            Double number = of.apply(subject);
            return number == null ? null : unit.onPage(number.doubleValue());
        }

        @Override
        public String csv(T subject, int power) {
            return Csv.scaled(of.apply(subject), power);
        }

        @Override
        public CellType cell() {
            return CellType.REAL;
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /** A whole number. */
    record Whole<T>(Function<T, @Nullable Long> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            Long number = of.apply(subject);
            if (number == null) {
                json.putOrNull(field, (Double) null);
            } else {
                json.put(field, number.longValue());
            }
        }

        @Override
        public @Nullable Double number(T subject) {
            Long number = of.apply(subject);
            return number == null ? null : Double.valueOf(number);
        }

        @Override
        public @Nullable String text(T subject, Unit unit) {
            Long number = of.apply(subject);
            return number == null ? null : unit.text(number);
        }

        @Override
        public @Nullable String onPage(T subject, Unit unit) {
            Long number = of.apply(subject);
            return number == null ? null : unit.onPage(number.longValue());
        }

        @Override
        public String csv(T subject, int power) {
            Long number = of.apply(subject);
            return number == null ? "" : Long.toString(number);
        }

        @Override
        public CellType cell() {
            return CellType.WHOLE;
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /** Words. */
    record Words<T>(Function<T, @Nullable String> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.putOrNull(field, of.apply(subject));
        }

        @Override
        public @Nullable String text(T subject, Unit unit) {
            return of.apply(subject);
        }
    }

    /** Yes or no. */
    record Flag<T>(Predicate<T> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.put(field, of.test(subject));
        }

        @Override
        public String text(T subject, Unit unit) {
            return of.test(subject) ? "yes" : "no";
        }
    }

    /** Several words, null where one of them is missing. */
    record AllWords<T>(Function<T, ? extends List<? extends @Nullable String>> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.putAll(field, of.apply(subject));
        }

        @Override
        public String mark() {
            return "[]";
        }
    }

    /** Several numbers, null where there is none, or none that is finite. */
    record AllNumbers<T>(Function<T, ? extends List<? extends @Nullable Number>> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.putNumbers(field, of.apply(subject));
        }

        @Override
        public String mark() {
            return "[]";
        }
    }

    /** Words under names. */
    record NamedWords<T>(Function<T, Map<String, String>> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.put(field, inside -> {
                for (Map.Entry<String, String> one : of.apply(subject).entrySet()) {
                    inside.put(one.getKey(), one.getValue());
                }
            });
        }

        @Override
        public String mark() {
            return ".*";
        }
    }

    /** Numbers under names; whole ones without a point. */
    record NamedNumbers<T>(Function<T, ? extends Map<String, ? extends Number>> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.put(field, inside -> {
                for (Map.Entry<String, ? extends Number> one : of.apply(subject).entrySet()) {
                    inside.put(one.getKey(), one.getValue());
                }
            });
        }

        @Override
        public String mark() {
            return ".*";
        }
    }

    /** Further numbers that the subject alone knows the names of, beside its other fields. */
    record Further<T>(Function<T, Map<String, Number>> of) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            for (Map.Entry<String, Number> one : of.apply(subject).entrySet()) {
                json.put(one.getKey(), one.getValue());
            }
        }

        @Override
        public String mark() {
            return "*";
        }
    }

    /** Subjects of their own, one after the other. */
    record Rows<T, U>(Function<T, List<U>> of, FigureTable<U> table) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            json.putEach(field, of.apply(subject), (one, row) -> table.write(one, row, place));
        }

        @Override
        public FigureTable<?> inside() {
            return table;
        }

        @Override
        public String mark() {
            return "[].";
        }
    }

    /** One subject of its own; left out where there is none. */
    record Part<T, U>(Function<T, @Nullable U> of, FigureTable<U> table) implements Content<T> {
        @Override
        public void write(Json json, String field, T subject, Place place) throws IOException {
            U inside = of.apply(subject);
            if (inside != null) {
                json.put(field, one -> table.write(one, inside, place));
            }
        }

        @Override
        public List<Figure<T>> flat(Figure<T> itself, Place place) {
            List<Figure<T>> figures = new ArrayList<>();
            table.in(place).forEach(figure -> figures.add(figure.within(of)));
            return figures;
        }

        @Override
        public FigureTable<?> inside() {
            return table;
        }

        @Override
        public String mark() {
            return ".";
        }
    }

    /** What a part of the subject has; nothing where there is no such part. */
    record Inside<S, T>(Function<S, @Nullable T> part, Content<T> content) implements Content<S> {
        @Override
        public void write(Json json, String field, S whole, Place place) throws IOException {
            T subject = part.apply(whole);
            if (subject != null) {
                content.write(json, field, subject, place);
            }
        }

        @Override
        public @Nullable Double number(S whole) {
            T subject = part.apply(whole);
            return subject == null ? null : content.number(subject);
        }

        @Override
        public @Nullable String text(S whole, Unit unit) {
            T subject = part.apply(whole);
            return subject == null ? null : content.text(subject, unit);
        }

        @Override
        public @Nullable String onPage(S whole, Unit unit) {
            T subject = part.apply(whole);
            return subject == null ? null : content.onPage(subject, unit);
        }

        @Override
        public String csv(S whole, int power) {
            T subject = part.apply(whole);
            return subject == null ? "" : content.csv(subject, power);
        }

        @Override
        public CellType cell() {
            return content.cell();
        }

        @Override
        public boolean isNumber() {
            return content.isNumber();
        }
    }
}
