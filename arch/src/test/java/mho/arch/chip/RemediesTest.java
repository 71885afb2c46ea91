package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal advises is done as it is printed, and the chip then stands. */
class RemediesTest {
    /** "path: … (path.key=…)", of which every one has to be stated again. */
    private static final Pattern AGAIN = Pattern.compile("state it again \\(([\\w.-]+)=…\\)");

    private static final Pattern AWAY = Pattern.compile("take it away \\(([\\w.-]+)=null\\)");
    private static final Pattern MODEL = Pattern.compile("name ([\\w.-]+\\.model); models that fit: ([\\w, -]+)");
    /** "(path=value)". */
    private static final Pattern SETTING = Pattern.compile("\\(([a-z][\\w.-]*=[^…)]+)\\)");

    /** "path: must be at most 32 bit, found …": the bound itself is allowed. */
    private static final Pattern BOUND = Pattern.compile("([a-z][\\w.-]+): must be at (?:most|least) ([^,(]+),");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        isaac-ce         | tile.core.adc.bits=6
        isaac-ce         | tile.core.adc.bits=3
        isaac-ce         | tile.core.adc.bits=1
        isaac-ce         | tile.core.adc.bits=12
        isaac-ce         | tile.core.adc.bits=20
        isaac-ce         | tile.core.adc.rate=2.56 GS/s
        isaac-ce         | tile.core.adc.rate=10 MS/s
        isaac-ce         | tile.core.driver.bits=2
        isaac-ce         | tile.core.driver.kind=voltage-level
        isaac-ce         | mesh.router.flit=64 bit
        isaac-ce         | mesh.router.ports=5
        isaac-ce         | tile.buffer.kind=sram
        isaac-ce         | tile.buffer.width=512 bit
        isaac-ce         | tile.buffer.banks=4
        isaac-ce         | tile.bus.length=2 mm
        isaac-ce         | tile.core.integration.kind=integrator
        analog-256       | tile.core.driver.bits=6
        analog-256       | tile.core.array.cell.bits=4
        analog-256       | mesh.segment.lanes=32
        hermes-64-1phase | tile.core.adc.bits=6
        hermes-64-1phase | tile.core.adc.lsb=600 ps
        hermes-64-1phase | tile.core.driver.bits=6
        """)
    void a_figure_that_no_law_carries_is_stated_again_or_taken_away_for_a_model(String chip, String settings) {
        String said = UnusualFiguresTest.refused(chip, settings);
        if (said.equals("runs")) {
            return; // a law carries it
        }
        Set<String> again = all(AGAIN, said, 1);
        assertThat(again).as(said).isNotEmpty();
        StringBuilder stated = new StringBuilder(settings);
        again.forEach(path -> stated.append("; ").append(path).append('=').append(figure(path)));
        assertThat(UnusualFiguresTest.refused(chip, stated.toString())).as(said).isEqualTo("runs");

        Set<String> away = all(AWAY, said, 1);
        Matcher model = MODEL.matcher(said);
        while (model.find()) {
            for (String name : model.group(2).split(", ")) {
                StringBuilder modelled = new StringBuilder(settings);
                away.forEach(path -> modelled.append("; ").append(path).append("=null"));
                modelled.append("; ").append(model.group(1)).append('=').append(name.strip());
                assertThat(UnusualFiguresTest.refused(chip, modelled.toString()))
                        .as(modelled.toString())
                        .isEqualTo("runs");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        isaac-ce   | tile.core.adc.count=1025
        isaac-ce   | tile.core.arrays=1; tile.core.adc.count=1000
        isaac-ce   | tile.core.array.cell.levels=2
        isaac-ce   | tile.core.array.cell.bits=4; tile.core.array.cell.levels=5
        isaac-ce   | tile.core.array.columns=4
        isaac-ce   | tile.core.array.columns=2; tile.core.weights.sign=pair
        isaac-ce   | tile.core.array.rows=10000000
        isaac-ce   | tile.core.array.columns=10000000
        isaac-ce   | tile.core.arrays=1000000000
        isaac-ce   | tile.cores=1000000000
        isaac-ce   | tile.buffer.size=1 B
        isaac-ce   | tile.buffer.width=1000000 bit
        isaac-ce   | tile.buffer.banks=65536
        isaac-ce   | tile.core.shift-add=null
        isaac-ce   | tile.core.adc.bits=0; tile.core.adc.power=1 mW; tile.core.adc.area=1 um2
        isaac-ce   | tile.core.weights.bits=500
        isaac-ce   | precision.values=500 bit
        analog-256 | tile.core.array.cell.off-conductance=30 uS
        analog-256 | tile.core.array.cell.on-conductance=50 nS
        analog-256 | tile.core.array.cell.mean-conductance=30 uS
        analog-256 | tile.core.array.cell.mean-conductance=1 nS
        analog-256 | tile.core.array.cell.stuck-on=60 %; tile.core.array.cell.stuck-off=60 %
        isaac-ce   | tile.core.adc={kind: sense-amplifier, bits: 4, step: 1 ns, columns: 5000, energy: 1 pJ, area: 1 um2}
        """)
    void what_does_not_go_together_is_answered_by_the_setting_that_is_printed(String chip, String settings) {
        String said = UnusualFiguresTest.refused(chip, settings);
        assertThat(said).isNotEqualTo("runs");
        List<List<String>> problems = new ArrayList<>();
        for (String problem : said.split("\n")) {
            List<String> ways = new ArrayList<>(all(SETTING, problem, 1));
            Matcher bound = BOUND.matcher(problem);
            if (bound.find()) {
                ways.add(bound.group(1) + "=" + bound.group(2));
            }
            assertThat(ways).as(problem).isNotEmpty();
            problems.add(ways);
        }
        int most = problems.stream().mapToInt(List::size).max().orElseThrow();
        for (int way = 0; way < most; way++) {
            StringBuilder answered = new StringBuilder(settings);
            for (List<String> ways : problems) {
                answered.append("; ").append(ways.get(Math.min(way, ways.size() - 1)));
            }
            assertThat(UnusualFiguresTest.refused(chip, answered.toString()))
                    .as(said + "\n" + answered)
                    .isEqualTo("runs");
        }
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static String figure(String path) {
        List<String> units = new ArrayList<>(List.of("energy=1 pJ", "power=1 mW", "leakage=1 uW", "area=100 um2"));
        return units.stream()
                .filter(unit -> path.endsWith("." + unit.substring(0, unit.indexOf('='))))
                .map(unit -> unit.substring(unit.indexOf('=') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path));
    }
}
