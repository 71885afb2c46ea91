package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.AxisColumns;
import mho.reports.form.sweep.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisColumnsTest {
    /** Head and lines of the axes, values side by side. */
    private static List<String> columns(String vary) {
        List<Axis> axes = AxisReader.read((MapNode) Yaml.parse("s.yaml", vary));
        List<Point> points = new ArrayList<>();
        new ZippedSample().points(axes, 1).forEach(values -> points.add(new Point(points.size() + 1, values)));
        AxisColumns columns =
                new AxisColumns(axes.stream().map(Axis::path).toList(), points, List.of("point", "chips", "latency_s"));
        List<String> lines = new ArrayList<>(List.of(String.join(" | ", columns.names())));
        for (int point = 0; point < points.size(); point++) {
            lines.add(String.join(" | ", columns.cells(point)));
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "link.rate: [6.4 GB/s, 800 MB/s]        ; link.rate_bytes_per_s        ; 6400000000 ; 800000000",
                "a.rate: [1.28 GS/s, 2 GS/s]            ; a.rate_samples_per_s         ; 1280000000 ; 2000000000",
                "a.rate: [10 Gbit/s, 1 Gbit/s]          ; a.rate_bit_per_s             ; 10000000000 ; 1000000000",
                "a.size: [64 KiB, 1 MiB]                ; a.size_bytes                 ; 65536 ; 1048576",
                "a.area: [0.0096 mm2, 1 um2]            ; a.area_m2                    ; 9.6E-9 ; 1.0E-12",
                "a.wire: [120 fJ/bit/mm, 1 pJ/bit/mm]   ; a.wire_j_per_bit_per_m       ; 1.2E-10 ; 1.0E-9",
                "a.on: [25 uS, 1 mS]                    ; a.on_siemens                 ; 2.5E-5 ; 0.001",
                "a.clock: [1 GHz, 500 MHz]              ; a.clock_hz                   ; 1000000000 ; 500000000",
                "a.noise: [5 %, 0.1]                    ; a.noise                      ; 0.05 ; 0.1",
                "time: [1 h, 2 h]                       ; time                         ; 1 h ; 2 h",
                "time: [1 s, 20 ms]                     ; time_s                       ; 1 ; 0.02",
                "a.rows: [64, 128]                      ; a.rows                       ; 64 ; 128",
                "network: [mlp, lenet5]                 ; network                      ; mlp ; lenet5",
                "a.rate: [6.4 GB/s, 5 ns]               ; a.rate                       ; 6.4 GB/s ; 5 ns",
            })
    void quantitiesAreNumbersInUnitsThatTheNameSays(String vary, String name, String first, String second) {
        assertThat(columns("{" + vary + "}")).containsExactly(name, first, second);
    }

    @Test
    void noNameIsThereTwice() {
        assertThat(columns("{chips: [1, 2], point: [a, b], latency: [1 s, 2 s], 'set.chips': [3, 4]}"))
                .containsExactly(
                        "set.chips | set.point | set.latency_s | set.set.chips", "1 | a | 1 | 3", "2 | b | 2 | 4");
    }

    @Test
    void aMappingHasAColumnForEachKeyAndNothingWhereItHasNone() {
        assertThat(columns("{adc: [{bits: 6, power: 2 mW}, {bits: 8, model: sar, power: null}], n: [1, 2]}"))
                .containsExactly("adc.bits | adc.power_w | adc.model | n", "6 | 0.002 |  | 1", "8 |  | sar | 2");
    }
}
