package mho.reports.tornado;

import java.util.List;

/** Tornados to look at. */
public final class ExampleTornados {
    private ExampleTornados() {}

    /** One that moves both ways, has whole numbers, refused ones and names, and one that nothing moves. */
    public static List<Tornado> all(String ending) {
        TornadoTrial less = TornadoTrial.of("1.2 ns", 0.8, 0.25);
        TornadoTrial more = TornadoTrial.of("1.8 ns", 1.2, -0.2);
        List<TornadoBar> bars = List.of(
                new TornadoBar("prime", "tile.core.adc.step" + ending, "1.5 ns", "fitted" + ending, less, more),
                new TornadoBar(
                        "prime",
                        "tile.cores",
                        "2",
                        "room",
                        TornadoTrial.of("1", 0.5, -0.1),
                        TornadoTrial.of("3", 1.5, 0.1)),
                new TornadoBar(
                        "prime-cpu",
                        "power.busy",
                        "65 W",
                        "its class",
                        TornadoTrial.of("52 W", 0.8, 0),
                        TornadoTrial.of("78 W", 1.2, 0)),
                new TornadoBar(
                        "prime",
                        "tile.core.adc.bits",
                        "6",
                        "not published",
                        TornadoTrial.without("5", 5 / 6.0, "no such converter"),
                        TornadoTrial.without("7", 7 / 6.0, "no such converter\nat all")));
        List<FixedAssumption> fixed = List.of(new FixedAssumption("tile.buffer.kind", "sram", "is no number"));
        return List.of(
                new Tornado("MLP-S over a processor" + ending, List.of("prime", "prime-cpu"), "1", 202.06, bars, fixed),
                new Tornado("weights", List.of("prime"), "B", 1024, List.of(), List.of()));
    }
}
