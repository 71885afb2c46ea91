package mho.arch.element;

import java.util.List;
import mho.arch.cut.Rim;
import mho.core.engine.Cycles;

/**
 * How long an element takes that hands voltages on. Nothing in it stores, so its arrays are taken until all that is behind them has been read:
 *
 * <pre>T = [in] + way + read + [function] + [out]</pre>
 *
 * with what is in brackets where values come in as codes, go on as voltages through a circuit that bends them, or go out as codes.
 *
 * @param inSeconds from codes to voltages
 * @param waySeconds of voltages from array to array
 * @param readSeconds of the arrays
 * @param outSeconds one converter through the sums that it has, when 1, 2, … outputs stand in an array
 * @param cycle in which times are counted, seconds
 */
public record AnalogTiming(
        double inSeconds, double waySeconds, double readSeconds, List<Double> outSeconds, double cycle) {
    private static final Cycles CYCLES =
            new Cycles("tile.core", "a longer cycle (cycle), or a shorter way (tile.core.analog-link.delay)");

    public AnalogTiming {
        outSeconds = List.copyOf(outSeconds);
    }

    /**
     * Cycles of one vector.
     *
     * @param outputs in the fullest array
     * @param functionSeconds of the circuit behind the sums; 0 where they go on as they are
     */
    public int cycles(Rim rim, int outputs, double functionSeconds) {
        double in = rim.in() ? inSeconds : 0;
        double out = rim.out() ? outSeconds.get(outputs - 1) : functionSeconds;
        return CYCLES.of((in + waySeconds + readSeconds + out) / cycle);
    }
}
