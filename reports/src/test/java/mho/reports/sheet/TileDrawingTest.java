package mho.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.Chips;
import mho.reports.form.chip.TilePicture;
import mho.reports.medium.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawings of every chip that comes with mho. */
class TileDrawingTest {
    private static List<String> machines() {
        return ChipFiles.names();
    }

    private static List<String> chips() {
        return Chips.names();
    }

    private static ChipSheet sheet(String name) {
        return ChipSheet.of(ChipFiles.load(name, List.of()));
    }

    private static TileDrawing drawing(String name) {
        return TileDrawing.of(sheet(name));
    }

    /** Nothing is left out of a drawing and nothing is in it twice. */
    @ParameterizedTest
    @MethodSource("machines")
    void counts_powers_and_areas_add_up_to_the_chip(String name) {
        ChipSheet sheet = sheet(name);
        TileDrawing drawing = TileDrawing.of(sheet);
        List<String> paths = new ArrayList<>();
        double powerW = 0;
        double areaM2 = 0;
        double count = 0;
        for (DrawnTile tile : drawing.tiles()) {
            powerW += tile.perChip() * tile.powerW();
            areaM2 += tile.perChip() * tile.areaM2();
            for (DrawnPart part : tile.core()) {
                paths.add(part.path());
                count += tile.perChip() * tile.coresPerTile() * part.count();
            }
            for (DrawnPart part : tile.parts()) {
                paths.add(part.path());
                count += tile.perChip() * part.count();
            }
        }
        for (DrawnPart part : drawing.around()) {
            paths.add(part.path());
            powerW += part.powerW();
            areaM2 += part.areaM2();
            count += part.count();
        }

        assertThat(paths)
                .containsExactlyInAnyOrderElementsOf(
                        sheet.parts().stream().map(ChipSheet.Part::path).toList());
        double all =
                sheet.parts().stream().mapToDouble(ChipSheet.Part::instances).sum();
        assertThat(count).isCloseTo(all, within(1e-9 * all));
        assertThat(powerW)
                .isCloseTo(sheet.peak().powerW(), within(1e-9 * sheet.peak().powerW()));
        assertThat(areaM2)
                .isCloseTo(sheet.peak().areaM2(), within(1e-9 * sheet.peak().areaM2()));
    }

    /** A new part of an element has a place among the others, or the drawing would end with it. */
    @ParameterizedTest
    @MethodSource("chips")
    void every_part_of_an_element_has_its_place(String name) {
        for (DrawnTile tile : drawing(name).tiles()) {
            assertThat(TileDrawing.THROUGH_A_CORE)
                    .containsAll(tile.core().stream().map(DrawnPart::name).toList());
            assertThat(tile.core())
                    .extracting(part -> TileDrawing.THROUGH_A_CORE.indexOf(part.name()))
                    .isSorted();
            assertThat(tile.core()).isNotEmpty();
            assertThat(tile.parts())
                    .extracting(DrawnPart::name)
                    .allMatch(part -> TileDrawing.THROUGH_A_TILE.contains(part) || part.startsWith("units."));
        }
    }

    /** Frames are closed and stand upright: what a line opens ends at the same place beneath. */
    @ParameterizedTest
    @MethodSource("machines")
    void boxes_are_whole_and_hold_every_part(String name) {
        String picture = TilePicture.of(sheet(name), Terminal.PLAIN);
        List<String> lines = picture.lines().toList();
        TileDrawing drawing = drawing(name);
        Stream<DrawnPart> parts = Stream.concat(
                drawing.around().stream(),
                drawing.tiles().stream().flatMap(tile -> Stream.concat(tile.core().stream(), tile.parts().stream())));

        parts.forEach(part -> assertThat(picture).contains("┌ " + part.name() + " "));
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).length(); column++) {
                if (lines.get(row).charAt(column) == '┌') {
                    assertThat(closes(lines, row, column)).as(lines.get(row)).isTrue();
                }
            }
        }
    }

    private static boolean closes(List<String> lines, int row, int column) {
        for (int below = row + 1; below < lines.size(); below++) {
            String line = lines.get(below);
            char mark = column < line.length() ? line.charAt(column) : ' ';
            if (mark == '└') {
                return line.indexOf('┘', column) == lines.get(row).indexOf('┐', column);
            }
            if (mark != '│') {
                return false;
            }
        }
        return false;
    }

    @Test
    void isaac_stands_as_its_table_has_it() {
        DrawnTile tile = drawing("isaac-ce").tiles().get(0);
        DrawnPart adc = tile.core().stream()
                .filter(part -> part.name().equals("adc"))
                .findFirst()
                .orElseThrow();

        assertThat(tile.perChip()).isEqualTo(168);
        assertThat(tile.coresPerTile()).isEqualTo(12);
        assertThat(tile.core())
                .extracting(DrawnPart::name)
                .containsExactly(
                        "input-register", "driver", "array", "integration", "adc", "shift-add", "output-register");
        assertThat(adc.count()).isEqualTo(8);
        assertThat(adc.powerW()).isCloseTo(16e-3, within(1e-12));
        assertThat(adc.areaM2()).isCloseTo(0.0096e-6, within(1e-15));
        assertThat(adc.says()).startsWith("sar", "8 bit");
        assertThat(TilePicture.of(sheet("isaac-ce"), Terminal.PLAIN))
                .contains("┌ tile, 168 a chip: one 319.3 mW, 0.3345 mm2")
                .contains("│ sar, 8 bit, 1.28 GS/s ")
                .contains("│ 128 x 128, ideal, 2 bit a cell ");
    }

    @Test
    void kinds_of_tiles_stand_each_by_itself_and_a_machine_without_tiles_is_a_box() {
        assertThat(drawing("hybrid-256").tiles()).extracting(DrawnTile::name).containsExactly("digital", "analog");
        assertThat(drawing("k80").tiles()).isEmpty();
        assertThat(TilePicture.of(sheet("k80"), Terminal.PLAIN)).contains("98 W (100 %)");
    }
}
