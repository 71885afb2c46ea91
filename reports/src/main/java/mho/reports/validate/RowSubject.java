package mho.reports.validate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.Setting;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What the figure of a row is taken from; runs nothing before it is asked.
 *
 * @param machine by name or file; null where the figure is a network's
 * @param set settings of the machine, by their paths
 * @param given the network; null where the figure is a machine's
 * @param named a part, a layer, a field; null where the figure is the whole's
 */
record RowSubject(@Nullable String machine, Map<String, String> set, @Nullable Network given, @Nullable String named) {

    Network network() {
        return Objects.requireNonNull(given);
    }

    String part() {
        return Objects.requireNonNull(named);
    }

    Report report() {
        return ReferenceRuns.report(Objects.requireNonNull(machine), settings(), network());
    }

    ChipSheet sheet() {
        return ChipSheet.of(ChipFiles.load(Objects.requireNonNull(machine), settings()));
    }

    private List<Setting> settings() {
        return set.entrySet().stream()
                .map(entry -> Setting.parse(entry.getKey() + "=" + entry.getValue()))
                .toList();
    }
}
