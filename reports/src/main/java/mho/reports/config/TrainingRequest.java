package mho.reports.config;

import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Range;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import mho.workloads.data.DataDescription;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.training.Initialisation;
import mho.workloads.training.Loss;
import mho.workloads.training.RateSchedule;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mho train} is asked, under the names of its options.
 *
 * @param images examples of the training set; null for all
 * @param tests examples of the test set; null for all
 * @param set paths of the chip file and their values
 */
public record TrainingRequest(
        @Doc("chip: a name or a file") @Default("analog-train") String chip,
        @Doc("network: a name, a .yaml or an .onnx file") @Nullable String network,
        @Doc("training and test set: a name, a file or a folder, or a mapping of data, crop and threshold") @Nullable
                DataDescription data,
        @Doc("passes over the training set") @Default("1") @Range(min = 1) int epochs,
        @Doc(
                        "examples that are read with the same weights; as many as the chip's mapping.batch says, or one, when absent")
                @Nullable
                @Range(min = 1)
                Integer batch,
        @Doc("learning rate, or what becomes of it") @Default("{kind: constant, rate: 0.01}") RateSchedule rate,
        @Doc("what is lowered: cross-entropy, squared") @Default("cross-entropy") Loss loss,
        @Doc(
                        "weights that it begins with: xavier, he, own (those of the network's file) or a mapping, as {kind: uniform, bound: 1}")
                @Default("{kind: xavier}")
                Initialisation initialisation,
        @Doc("factors of the learning rate of layers, as {dense_2: 0.5}; 1 of those not named") @Default("{}")
                MapNode layerRates,
        @Doc("examples of the training set, the first ones") @Nullable @Range(min = 1) Integer images,
        @Doc("examples of the test set, the first ones") @Nullable @Range(min = 1) Integer tests,
        @Doc("seed of whatever is drawn at random") @Default("1") @Range(min = 0) long seed,
        @Doc("whether weights are kept in floating point instead of the chip's cells") @Default("false") boolean ideal,
        @Doc("settings of the chip") @Default("{}") MapNode set) {
    private static final String RATE = "rate";
    private static final String DATA = "data";
    private static final String BATCH = "batch";
    private static final String MAPPING = "mapping";
    private static final String INITIALISATION = "initialisation";
    private static final Mark HERE = Mark.of("mho train");

    /**
     * A request beside the tree it was bound from.
     *
     * @param tree with defaults
     */
    public record Asked(TrainingRequest request, MapNode tree) {
        /** The settings that are part of it. */
        public List<Setting> settings() {
            return request.set.entries().entrySet().stream()
                    .map(entry -> new Setting(entry.getKey(), entry.getValue().value()))
                    .toList();
        }

        public NetworkChoice networkChoice(NamedInputs choices) {
            if (request.network == null) {
                throw new BadInput("--network is missing: give a name (mho list networks), a .yaml or an .onnx file");
            }
            return choices.network(request.network, new OnnxOptions(1, Map.of(), Map.of()));
        }

        /** The training, with settings made in its chip. */
        public TrainingConfig.Loaded config(NamedInputs choices, List<Setting> settings) {
            NetworkChoice network = networkChoice(choices);
            if (request.data == null) {
                throw new BadInput(
                        "--data is missing: give mnist or fashion-mnist where they are installed, a file or a folder; time and energy without data are what a run tells (mho run --program train)");
            }
            MapNode training = MapNode.empty(HERE);
            MapNode chip = ChipFiles.bind(ChipFiles.with(choices.chip(request.chip), settings))
                    .tree();
            ScalarNode batch = batch(chip);
            training = training.put(BATCH, batch);
            for (String key : List.of("epochs", RATE, "loss", INITIALISATION, "layer-rates", "seed")) {
                training = with(training, key);
            }
            MapNode config = MapNode.empty(HERE)
                    .put("version", text(Version.CURRENT))
                    .put("network", ConfigFile.network(network));
            config = with(with(with(config, DATA), "images"), "tests").put("training", training);
            config = request.ideal ? with(config, "ideal") : config;
            return TrainingConfig.of(config.put("chip", inBatches(chip, batch)));
        }

        /** The one that is asked, or the chip's. */
        private ScalarNode batch(MapNode chip) {
            ScalarNode given = tree.get(BATCH) instanceof ScalarNode scalar ? scalar : null;
            ScalarNode stated =
                    chip.get(MAPPING) instanceof MapNode mapping && mapping.get(BATCH) instanceof ScalarNode own
                            ? own
                            : null;
            if (given != null && stated != null && !given.text().equals(stated.text())) {
                throw BadInput.at(
                        stated.mark(),
                        MAPPING + "." + BATCH,
                        "the chip learns in batches of %s, and --batch asks for %s: give the same, or one of the two"
                                .formatted(stated.text(), given.text()));
            }
            return given != null ? given : stated != null ? stated : text("1");
        }

        /** A chip whose time is that of such batches. */
        private static MapNode inBatches(MapNode chip, ScalarNode batch) {
            boolean alone = batch.text().equals("1") || !(chip.get(MAPPING) instanceof MapNode);
            return alone ? chip : ChipFiles.with(chip, List.of(new Setting(MAPPING + "." + BATCH, batch)));
        }

        private MapNode with(MapNode to, String key) {
            YamlNode given = tree.get(key);
            return given == null ? to : to.put(key, given);
        }
    }

    /**
     * Bound from its tree; a learning rate that is a number is the same throughout, data and first weights may be a mere name.
     *
     * @param path of the tree, for messages; empty for the command line
     */
    public static Asked bind(MapNode tree, String path) {
        MapNode whole = Binder.withDefaults(inFull(tree), TrainingRequest.class);
        return new Asked(Binder.bind(whole, TrainingRequest.class, path), whole);
    }

    private static MapNode inFull(MapNode tree) {
        MapNode whole = tree;
        if (tree.get(RATE) instanceof ScalarNode rate) {
            whole = whole.put(RATE, kind(rate, "constant").put(RATE, rate));
        }
        if (tree.get(INITIALISATION) instanceof ScalarNode kind) {
            whole = whole.put(INITIALISATION, kind(kind, kind.text()));
        }
        return tree.get(DATA) instanceof ScalarNode data
                ? whole.put(DATA, MapNode.empty(data.mark()).put(DATA, data))
                : whole;
    }

    private static MapNode kind(ScalarNode given, String kind) {
        return MapNode.empty(given.mark()).put("kind", new ScalarNode(given.mark(), kind, false));
    }

    private static ScalarNode text(String value) {
        return new ScalarNode(HERE, value, true);
    }
}
