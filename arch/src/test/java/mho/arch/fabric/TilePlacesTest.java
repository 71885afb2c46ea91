package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.chip.TimingView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TilePlacesTest {
    @ParameterizedTest
    @ValueSource(strings = {"isaac-ce", "analog-256", "hybrid-256", "tpu-v1"})
    void a_place_is_that_of_the_router_which_links_are_called_by(String chip) {
        TimingView view = Given.chip(chip).timingView();
        Attachments ends = Attachments.of(view);
        TilePlaces places = TilePlaces.of(view);
        for (int tile = 0; tile < view.fabric().tiles(); tile++) {
            TilePlaces.Place place = places.of(tile);
            assertThat("(" + place.column() + "," + place.row() + ")")
                    .isEqualTo(ends.routes().at(ends.router(tile)));
        }
    }

    @Test
    void tiles_of_the_next_chip_stand_at_the_same_places_of_it() {
        TimingView view = Given.chip("isaac-ce").timingView();
        TilePlaces places = TilePlaces.of(view);
        int tiles = view.fabric().tiles();
        assertThat(IntStream.range(0, tiles)).allSatisfy(tile -> assertThat(places.of(tiles + tile))
                .isEqualTo(new TilePlaces.Place(
                        1, places.of(tile).column(), places.of(tile).row())));
        assertThat(places.shape()).isEqualTo("grid");
    }
}
