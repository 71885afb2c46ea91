package mho.reports.figures;

import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.ArrayList;
import java.util.List;

/** The machine that mho ran on, and what a run or a sweep cost it: {@code host.json}. */
public final class HostFigures {
    private HostFigures() {}

    /** What both tell of the machine. */
    public interface Machine {
        long peakMemoryBytes();

        String java();

        /** How sums of products are made, which values take most of their time for. */
        String multiplyAdd();
    }

    /** A table that ends in what is told of the machine. */
    public static <T extends Machine> FigureTable<T> table(String subject, List<Figure<T>> own) {
        List<Figure<T>> figures = new ArrayList<>(own);
        figures.add(whole("peak_memory_bytes", "peak memory", Unit.BYTE, (T host) -> host.peakMemoryBytes())
                .means("resident memory of the process at most"));
        figures.add(words("java", "Java", (T host) -> host.java()).means("the Java machine"));
        figures.add(
                words("multiply_add", "multiply-add", (T host) -> host.multiplyAdd())
                        .means(
                                "how sums of products are made: by the processor's fused multiply-add or, where it has none, in double precision; the bits are the same"));
        return new FigureTable<>(subject, figures);
    }
}
