package mho.arch.spec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.cost.Price;
import mho.core.yaml.BadInput;
import mho.periphery.array.Array;
import mho.periphery.array.VmmTiming;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.Register;
import mho.periphery.model.Site;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/**
 * Everything a chip is made of: how many of each part, what one costs, and the price of each action. Peak power is the sum of all
 * parts at their own full activity, as published tables add it up.
 */
public final class Inventory {
    private final ChipSpec chip;
    private final Site root;
    private final VmmTiming timing;
    private final ArrayTraffic traffic;
    private final List<Component> components = new ArrayList<>();
    private final Map<Action, Price> prices = new EnumMap<>(Action.class);
    private final List<BadInput> problems = new ArrayList<>();

    private Inventory(ChipSpec chip) {
        this.chip = chip;
        this.root = new Site("", chip.process());
        this.timing = chip.core().timing(chip.inputBits());
        this.traffic = ArrayTraffic.of(chip, 1 / timing.occupancySeconds());
        addCore();
        addTile();
        each(this::addMesh, this::addLink);
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
    }

    /** What has no price does not hide what else has none. */
    private void each(Runnable... parts) {
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (BadInput problem) {
                problems.add(problem);
            }
        }
    }

    /** @throws BadInput that tells every figure which is missing, and what models refuse */
    public static Inventory of(ChipSpec chip) {
        return new Inventory(chip);
    }

    public List<Component> components() {
        return List.copyOf(components);
    }

    public Component component(String path) {
        return components.stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the chip has no " + path));
    }

    /** What an action costs; parts the chip lacks cost nothing. */
    public Price price(Action action) {
        return prices.getOrDefault(action, new Price(0, "the chip has no " + action.part()));
    }

    public double peakPowerW() {
        return components.stream().mapToDouble(Component::chipPowerW).sum();
    }

    /** Power with all arrays multiplying without a pause, and all else as busy as that needs. */
    public double powerAtFullRateW() {
        return components.stream().mapToDouble(Component::chipPowerAtFullRateW).sum();
    }

    public double leakageW() {
        return components.stream().mapToDouble(Component::chipLeakageW).sum();
    }

    /** Components of which nobody says what they leak. */
    public int leakageUnstated() {
        return (int)
                components.stream().filter(c -> !c.figures().leakageStated()).count();
    }

    public double areaM2() {
        return components.stream().mapToDouble(Component::chipAreaM2).sum();
    }

    private void addCore() {
        Core core = chip.core();
        double cores = (double) chip.tiles() * chip.tile().cores();
        double vectors = 1 / timing.occupancySeconds();
        Site site = root.at("tile").at("core");
        double sums = (double) core.columns() * core.conversionsPerVector(chip.inputBits()) * vectors;
        int perTile = chip.tile().cores();
        double in = traffic.inputs() * traffic.valueBits() / 8 / perTile;
        double out = traffic.bitsOut() / 8 / perTile;
        each(
                () -> addArray(core, cores, site.at("array")),
                () -> addDriver(core, cores, site.at("driver")),
                () -> addIntegration(core, cores, site.at("integration")),
                () -> addConverters(core, cores, vectors, site.at("adc")),
                () -> addRamp(core, cores, vectors, site.at("adc")),
                () -> addUnit(Action.CORE_ADD, cores, core.shiftAdd(), site.at("shift-add"), sums),
                () -> addRegister(
                        Action.INPUT_REGISTER, cores, core.inputRegister(), site.at("input-register"), 2 * in),
                () -> addRegister(
                        Action.OUTPUT_REGISTER, cores, core.outputRegister(), site.at("output-register"), 2 * out),
                () -> addControl(core, cores, vectors));
    }

    private double phasesPerSecond() {
        return timing.phases() / timing.occupancySeconds();
    }

    private void addArray(Core core, double cores, Site site) {
        Array array = core.array();
        double conducts = core.driver().conductionSeconds(array.readSeconds());
        Figures figures = array.figures(site, core.phaseSeconds(), conducts);
        add(Action.CELL_READ, cores * core.arrays(), figures, array.cells() * phasesPerSecond());
    }

    private void addDriver(Core core, double cores, Site site) {
        double rows = cores * core.arrays() * core.array().rows();
        add(Action.ROW_DRIVE, rows, core.driver().figures(site, core.phaseSeconds()), phasesPerSecond());
    }

    private void addIntegration(Core core, double cores, Site site) {
        Integration integration = core.integration();
        if (integration != null) {
            double columns = cores * core.arrays() * core.array().columns();
            add(Action.INTEGRATE, columns, integration.figures(site, core.phaseSeconds()), phasesPerSecond());
        }
    }

    private void addControl(Core core, double cores, double vectors) {
        Control control = core.control();
        if (control != null) {
            Figures figures = control.figures("tile.core.control", vectors);
            add(Action.CONTROL, cores, figures, vectors);
        }
    }

    private void addConverters(Core core, double cores, double vectors, Site site) {
        Readout readout = core.adc();
        double integration = integrationSeconds(readout, timing);
        int converters = readout.instances(core.columns());
        double rounds = core.conversionsPerVector(chip.inputBits()) * vectors;
        double conversions = rounds * core.columns() / converters;
        add(Action.CONVERT, cores * converters, readout.figures(site, integration), conversions);
    }

    private void addRamp(Core core, double cores, double vectors, Site site) {
        Figures shared = core.adc().sharedFigures(site);
        if (shared != null) {
            add(Action.RAMP, cores, shared, core.conversionsPerVector(chip.inputBits()) * vectors);
        }
    }

    /** How long a column integrates before its conversion. */
    static double integrationSeconds(ChipSpec chip) {
        return integrationSeconds(chip.core().adc(), chip.core().timing(chip.inputBits()));
    }

    private static double integrationSeconds(Readout readout, VmmTiming timing) {
        return readout.once() ? timing.phases() * timing.phaseSeconds() : timing.phaseSeconds();
    }

    private void addTile() {
        Tile tile = chip.tile();
        double tiles = chip.tiles();
        Site site = root.at("tile");
        double out = traffic.bitsOut() / 8;
        each(
                () -> addBuffer(tile.buffer(), tiles, site.at("buffer")),
                () -> addBus(tile.bus(), tiles, site.at("bus")),
                () -> addActivation(tile.activation(), tiles, site.at("activation")),
                () -> addUnit(Action.COMPARE, tiles, tile.pool(), site.at("pool"), traffic.outputs()),
                () -> addUnit(Action.TILE_ADD, tiles, tile.shiftAdd(), site.at("shift-add"), traffic.outputs()),
                () -> addRegister(
                        Action.TILE_REGISTER, tiles, tile.outputRegister(), site.at("output-register"), 2 * out));
    }

    private void addBuffer(Buffer buffer, double tiles, Site site) {
        Figures read = buffer.read(site);
        prices.put(Action.BUFFER_READ, read.price());
        prices.put(Action.BUFFER_WRITE, buffer.write(site).price());
        components.add(new Component(
                Action.BUFFER_READ.part(),
                tiles,
                read,
                buffer.accessesPerSecond(),
                needed(buffer.cost(), buffer.accessesPerSecond(), traffic.bits() / buffer.width()),
                List.of(Action.BUFFER_READ, Action.BUFFER_WRITE)));
    }

    private void addBus(Wires bus, double tiles, Site site) {
        double bits = bus.bitsPerSecond();
        add(Action.BUS, tiles, bus.figures(site), bits, needed(bus.cost(), bits, traffic.bits()));
    }

    private void addActivation(Neuron activation, double tiles, Site site) {
        double values = activation.valuesPerSecond();
        add(
                Action.ACTIVATE,
                tiles * activation.count(),
                activation.figures(site),
                values,
                needed(activation.cost(), values, traffic.outputs() / activation.count()));
    }

    private void addMesh() {
        Mesh mesh = chip.mesh();
        double instances = mesh.instances(chip.tiles());
        double full = mesh.hopsPerSecond();
        double hops = chip.tiles() * traffic.bitsOut() / mesh.bitsPerHop() / instances; // to a neighbour
        add(Action.HOP, instances, mesh.figures(root.at("mesh")), full, needed(mesh.cost(), full, hops));
    }

    private void addLink() {
        ChipLink link = chip.link();
        if (link != null) {
            add(Action.LINK, link.count(), link.figures(root.at("link")), link.bandwidth());
        }
    }

    /** @param wanted actions a second of all units of an owner */
    private void addUnit(Action action, double owners, @Nullable DigitalUnit unit, Site site, double wanted) {
        if (unit != null) {
            double full = unit.valuesPerSecond();
            double needed = needed(unit.cost(), full, wanted / unit.count());
            add(action, owners * unit.count(), unit.figures(site), full, needed);
        }
    }

    private void addRegister(Action action, double owners, @Nullable Register register, Site site, double wanted) {
        if (register != null) {
            double full = register.bandwidth();
            add(action, owners, register.figures(site), full, needed(register.cost(), full, wanted));
        }
    }

    /** Where a part's power is stated, it is that of full activity, as published tables have it. */
    private static double needed(Cost cost, double full, double wanted) {
        return cost.power() == null ? Math.min(full, wanted) : full;
    }

    private void add(Action action, double instances, Figures figures, double atFullRate) {
        add(action, instances, figures, atFullRate, atFullRate);
    }

    private void add(Action action, double instances, Figures figures, double full, double needed) {
        prices.put(action, figures.price());
        components.add(new Component(action.part(), instances, figures, full, needed, List.of(action)));
    }
}
