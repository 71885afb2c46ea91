package mho.reports.tornado;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import mho.core.yaml.Setting;

/**
 * A figure of a machine.
 *
 * @param machine by name or file
 * @param set settings of it, by their paths
 * @param figure how it is taken from the machine
 */
public record TornadoSide(String machine, Map<String, String> set, ToDoubleFunction<MeasuredMachine> figure) {

    /** Sides of equal machines are measured together. */
    record Key(String machine, Map<String, String> set) {
        MeasuredMachine measured() {
            List<Setting> settings = set.entrySet().stream()
                    .map(entry -> Setting.parse(entry.getKey() + "=" + entry.getValue()))
                    .toList();
            return MeasuredMachine.of(machine, settings);
        }
    }

    Key key() {
        return new Key(machine, set);
    }

    /** Taken from the machine as its file has it. */
    public double measured() {
        return figure.applyAsDouble(key().measured());
    }
}
