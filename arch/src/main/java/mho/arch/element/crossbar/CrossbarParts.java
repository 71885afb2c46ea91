package mho.arch.element.crossbar;

import mho.arch.element.ElementSite;
import mho.arch.element.PartList;
import mho.core.cost.ResolvedFigures;
import mho.periphery.array.Array;
import mho.periphery.array.LocalBuffers;
import mho.periphery.array.VmmTiming;
import mho.periphery.interconnect.AnalogLink;
import mho.periphery.model.Site;
import mho.periphery.neuron.ColumnFunction;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;

/** What cores are made of: how many of each part, and how busy it can be. */
final class CrossbarParts {
    private final CrossbarCore core;
    private final ElementSite where;
    private final PartList list;
    private final VmmTiming timing;
    private final double cores;
    private final double vectors;

    CrossbarParts(CrossbarCore core, ElementSite where, PartList list) {
        this.core = core;
        this.where = where;
        this.list = list;
        this.timing = core.timing(where.valueBits());
        this.cores = where.elements();
        this.vectors = 1 / timing.occupancySeconds();
    }

    void add() {
        double sums = (double) core.columns() * core.conversionsPerVector(where.valueBits()) * vectors;
        double in = where.traffic().inputs() * where.valueBits() / 8 / where.perTile();
        double out = where.traffic().bitsOut() / 8 / where.perTile();
        list.each(
                () -> addArray(site("array")),
                () -> addDriver(site("driver")),
                () -> addPulseBuffers(site("local-buffers.pulses")),
                () -> addCurrentBuffers(site("local-buffers.currents")),
                () -> addAdders(site("local-buffers.adder")),
                () -> addIntegration(site("integration")),
                () -> addColumnFunction(site("column-function")),
                () -> addConverters(site("adc")),
                () -> addRamp(site("adc")),
                () -> list.addUnit(CrossbarCore.ADD, cores, core.shiftAdd(), site("shift-add"), sums),
                () -> list.addRegister(
                        CrossbarCore.INPUT_REGISTER, cores, core.inputRegister(), site("input-register"), 2 * in),
                () -> list.addRegister(
                        CrossbarCore.OUTPUT_REGISTER, cores, core.outputRegister(), site("output-register"), 2 * out),
                this::addAmplifiers,
                this::addControl,
                this::addLearning);
    }

    private Site site(String part) {
        return where.site().at(part);
    }

    private double phasesPerSecond() {
        return timing.phases() / timing.occupancySeconds();
    }

    private void addArray(Site site) {
        Array array = core.array();
        double conducts = core.driver().conductionSeconds(array.readSeconds());
        ResolvedFigures figures = array.figures(site, core.phaseSeconds(), conducts);
        double reads = array.cells() * phasesPerSecond();
        double all = cores * core.grids();
        Double pulse = array.writing().pulseJoules(array.cell().mean());
        if (pulse == null) {
            list.add(CrossbarCore.CELL_READ, all, figures, reads);
        } else {
            ResolvedFigures writing = figures.withEnergyJ(pulse);
            list.add(CrossbarCore.CELL_READ, CrossbarCore.PULSE, all, figures, writing, reads, reads);
        }
    }

    private void addDriver(Site site) {
        double rows = cores * core.arrays() * core.weights().arraysDeep() * core.rowsRead();
        int shared = core.driver().rowsPerDriver();
        list.add(
                CrossbarCore.ROW_DRIVE,
                Math.ceil(rows / shared),
                core.driver().figures(site, core.phaseSeconds()),
                shared * phasesPerSecond());
    }

    private void addPulseBuffers(Site site) {
        LocalBuffers buffers = core.localBuffers();
        if (buffers != null) {
            double rows = cores * core.grids() * core.array().rows();
            list.add(
                    CrossbarCore.PULSE_HOP, rows, buffers.pulses().figures(site, phasesPerSecond()), phasesPerSecond());
        }
    }

    private void addCurrentBuffers(Site site) {
        LocalBuffers buffers = core.localBuffers();
        if (buffers != null) {
            double columns = cores * core.columns() * core.weights().arraysDeep() * (buffers.down() - 1.0);
            list.add(
                    CrossbarCore.CURRENT_HOP,
                    columns,
                    buffers.currents().figures(site, phasesPerSecond()),
                    phasesPerSecond());
        }
    }

    private void addAdders(Site site) {
        LocalBuffers buffers = core.localBuffers();
        if (buffers != null) {
            double columns = cores * core.columns();
            list.add(
                    CrossbarCore.CURRENT_SUM,
                    columns,
                    buffers.adder().figures(site, phasesPerSecond()),
                    phasesPerSecond());
        }
    }

    private void addIntegration(Site site) {
        Integration integration = core.integration();
        if (integration != null) {
            double columns = cores * core.columns();
            ResolvedFigures figures = integration.figures(site, core.phaseSeconds());
            list.add(CrossbarCore.INTEGRATE, columns, figures, phasesPerSecond());
        }
    }

    private void addColumnFunction(Site site) {
        ColumnFunction function = core.columnFunction();
        if (function != null) {
            double sums = core.bends(where.valueBits()) == null ? 0 : vectors;
            list.add(CrossbarCore.BEND, cores * core.columns(), function.figures(site, vectors), sums);
        }
    }

    private void addConverters(Site site) {
        Readout readout = core.adc();
        int converters = readout.instances(core.columns());
        double rounds = core.conversionsPerVector(where.valueBits()) * vectors;
        double conversions = rounds * core.columns() / converters;
        ResolvedFigures whole = readout.figures(site, core.integrationSeconds(where.valueBits()));
        ResolvedFigures figures =
                core.composed() ? whole.withEnergyJ(whole.energyJ() * core.partOfConversion(where.valueBits())) : whole;
        list.add(CrossbarCore.CONVERT, cores * converters, figures, conversions);
    }

    private void addRamp(Site site) {
        ResolvedFigures shared = core.adc().sharedFigures(site);
        if (shared != null) {
            list.add(CrossbarCore.RAMP, cores, shared, core.conversionsPerVector(where.valueBits()) * vectors);
        }
    }

    private void addLearning() {
        Learning learning = core.learning();
        if (learning != null) {
            double lines =
                    (double) core.arrays() * (core.array().rows() + core.array().columns());
            ResolvedFigures figures = learning.figures(CrossbarCore.LINE_PULSE.part(), lines);
            list.add(
                    CrossbarCore.LINE_PULSE,
                    CrossbarCore.CELL_PULSE,
                    cores,
                    figures,
                    figures.withEnergyJ(learning.cellEnergy()),
                    learning.pulsesPerSecond(lines),
                    0,
                    learning.cellPulsesPerSecond(
                                    (double) core.arrays() * core.array().cells())
                            * learning.cellEnergy());
            GradientSums sums = learning.gradients();
            if (sums != null) {
                list.add(
                        CrossbarCore.GRADIENT_SUM,
                        cores,
                        sums.figures(CrossbarCore.GRADIENT_SUM.part()),
                        sums.sumsPerSecond());
            }
        }
    }

    /** One at every row of every array; those between are as few as values, and not counted as parts. */
    private void addAmplifiers() {
        AnalogLink link = core.analogLink();
        if (link != null) {
            double rows = cores
                    * core.arrays()
                    * core.weights().arraysDeep()
                    * core.array().rows();
            list.add(CrossbarCore.AMPLIFY, rows, link.figures(site("analog-link")), link.hops() * vectors);
        }
    }

    private void addControl() {
        Control control = core.control();
        if (control != null) {
            ResolvedFigures figures = control.figures("tile.core.control", vectors);
            list.add(CrossbarCore.CONTROL, cores, figures, vectors);
        }
    }
}
