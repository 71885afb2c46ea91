package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.RandomChips;
import mho.arch.RandomNetworks;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Filling a chip with copies is never slower than balancing them, and takes no array that does not help. */
final class FillTest {
    private static final double EQUAL = 1.002;

    @ParameterizedTest
    @CsvSource({
        "isaac-ce, lenet5",
        "isaac-ce, lstm-lm",
        "isaac-ce, prime-cnn-2",
        "analog-256, lenet5",
        "analog-256, lstm-lm",
        "analog-256, prime-cnn-1",
        "hermes-64-1phase, prime-cnn-1"
    })
    void filling_is_no_slower_than_balancing(String chip, String network) {
        compare(chip, network);
    }

    /** Half a minute: copies are tried one after the other on a congested circuit mesh. */
    @Tag("long")
    @Test
    void filling_is_no_slower_than_balancing_where_circuits_are_congested() {
        compare("analog-256", "alexnet");
    }

    private static void compare(String chip, String network) {
        RunResult balanced = Given.steady(Given.chip(chip), Zoo.load(network));
        RunResult filled = Given.steady(Given.chip(chip, "mapping.copies=fill"), Zoo.load(network));

        assertThat(filled.pace().intervalTicks())
                .isLessThanOrEqualTo(balanced.pace().intervalTicks() * EQUAL);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nor_on_any_chip_with_any_network(long seed) {
        Random random = Seeds.random(seed);
        RandomChips.Drawn drawn = RandomChips.draw(random);
        Network network = seed % 5 == 4
                ? RandomNetworks.sequence(seed, 30)
                : RandomNetworks.branching(seed, 1 + (int) (seed % 4), 40);
        ChipSpec chip = Given.chip(drawn.base(), drawn.settings());
        ChipSpec fill = Given.chip(drawn.base(), plus(drawn, "mapping.copies=fill"));
        ChipSpec balance = Given.chip(drawn.base(), plus(drawn, "mapping.copies=balanced"));
        assertThat(chip.tiles()).isEqualTo(fill.tiles());
        RunResult balanced;
        try {
            balanced = Given.steady(balance, network);
        } catch (ModelSaysNo tooSmall) {
            return;
        }
        assertThat(Given.steady(fill, network).pace().intervalTicks())
                .as("seed %d, %s", seed, drawn)
                .isLessThanOrEqualTo(balanced.pace().intervalTicks() * EQUAL);
    }

    private static java.util.List<String> plus(RandomChips.Drawn drawn, String setting) {
        java.util.List<String> settings = new java.util.ArrayList<>(drawn.settings());
        settings.add(setting);
        return settings;
    }

    /** The recurrence takes its 35 steps one after the other; what stands behind it could only wait faster. */
    @Test
    void copies_behind_a_recurrence_are_not_made() {
        RunResult balanced = Given.steady(Given.chip("isaac-ce"), Zoo.load("lstm-lm"));
        RunResult filled = Given.steady(Given.chip("isaac-ce", "mapping.copies=fill"), Zoo.load("lstm-lm"));

        assertThat(filled.placement().arrays()).isEqualTo(balanced.placement().arrays());
    }
}
