package mho.reports.metrics;

import java.util.List;
import mho.arch.element.WriteOnce;
import mho.arch.machine.Values;
import mho.arch.plan.TurnTaking;
import mho.reports.sheet.ChangedFigure;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes to. Seconds, joules, square metres; energies are those of one inference.
 *
 * @param programming writing all weights once; no part of the energy of an inference; null where nothing is written
 * @param zeros which are not stored, and not driven
 * @param values what the network computed; null where no data were given
 * @param arrivals how long inputs took that came from outside; null where none were asked for
 * @param turns how layers take turns on the same elements; null where each has its own
 * @param entries the ledger, line by line: total = sum over layers = sum over components = sum over entries
 * @param warnings what is to be known before its figures are believed, a sentence each
 */
public record Report(
        RunFacts run,
        ChipFacts chip,
        Totals totals,
        @Nullable WriteOnce programming,
        ZeroSkipping zeros,
        @Nullable Values values,
        @Nullable ArrivalLatency arrivals,
        @Nullable TurnTaking turns,
        List<LayerRow> layers,
        List<ComponentRow> components,
        List<Entry> entries,
        List<String> warnings) {
    public Report {
        warnings = List.copyOf(warnings);
        layers = List.copyOf(layers);
        components = List.copyOf(components);
        entries = List.copyOf(entries);
    }

    /**
     * Which run it was.
     *
     * @param configSha256 of the resolved configuration
     * @param remarks what was left out or supposed when chip and network were read, a sentence each
     */
    public record RunFacts(
            String chip,
            String network,
            int images,
            long seed,
            String version,
            String configSha256,
            List<String> remarks) {
        public RunFacts {
            remarks = List.copyOf(remarks);
        }

        public RunFacts(String chip, String network, int images, long seed, String version, String configSha256) {
            this(chip, network, images, seed, version, configSha256, List.of());
        }
    }

    /**
     * One chip, whatever runs on it; what its kind of machine has not is null.
     *
     * @param leakageUnstated kinds of parts of which nobody says what they leak
     * @param unsourced numbers of the chip file that have neither source nor reasoning
     * @param absent parts that a chip file may name and this one does not
     * @param set figures that an option, a sweep or a variant set, or that followed one that was
     * @param warnings what nobody builds
     */
    public record ChipFacts(
            Circuits circuits,
            Peak peak,
            double areaM2,
            @Nullable Integer tiles,
            @Nullable Long arrays,
            int leakageUnstated,
            List<String> unsourced,
            List<String> absent,
            List<ChangedFigure> set,
            List<String> warnings) {}

    /**
     * What it is made in.
     *
     * @param technologyM feature size of its process
     * @param temperatureK of its circuits
     * @param adcBitsShort bits that its converters have fewer than would digitise a column without loss
     */
    public record Circuits(double technologyM, @Nullable Double temperatureK, @Nullable Integer adcBitsShort) {}

    /**
     * What it could do.
     *
     * @param powerW every part at its own full activity
     * @param bufferBytesPerS of all tile buffers, every bank busy
     * @param networkBytesPerS of the network between tiles, every port, segment or wire busy
     */
    public record Peak(
            double opsPerS, double powerW, @Nullable Double bufferBytesPerS, @Nullable Double networkBytesPerS) {}

    /**
     * How often a layer had a component do something, and what that costs.
     *
     * @param source of the price
     */
    public record Entry(String layer, String component, String action, double count, double energyJ, String source) {}
}
