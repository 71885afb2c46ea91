package mho.reports.validate;

import java.util.Objects;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.reports.tornado.MeasuredMachine;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What the figure of a row is taken from; runs nothing before it is asked.
 *
 * @param machine null where the figure is a network's
 * @param given the network; null where the figure is a machine's
 * @param named a part, a layer, a field; null where the figure is the whole's
 */
record RowSubject(@Nullable MeasuredMachine machine, @Nullable Network given, @Nullable String named) {

    Network network() {
        return Objects.requireNonNull(given);
    }

    String part() {
        return Objects.requireNonNull(named);
    }

    Report report() {
        return Objects.requireNonNull(machine).report(network());
    }

    ChipSheet sheet() {
        return Objects.requireNonNull(machine).sheet();
    }
}
