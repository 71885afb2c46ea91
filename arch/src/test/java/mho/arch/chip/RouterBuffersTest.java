package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.run.RunResult;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.interconnect.Router;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chip file says of a router's buffers and switch. */
class RouterBuffersTest {
    private static final String[] REAL = {
        "mesh.router.switch=per-flit", "mesh.router.channels=4", "mesh.router.depth=8 flit"
    };

    @Test
    void a_router_without_a_switch_is_ideal_and_called_so() {
        assertThat(AbsentParts.of(Given.chip("isaac-ce"))).endsWith("buffers of mesh.router (an ideal router)");
        assertThat(AbsentParts.of(Given.chip("isaac-ce", REAL)).toString()).doesNotContain("router");
        assertThat(AbsentParts.of(Given.chip("analog-256")).toString()).doesNotContain("router");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        channels: 4                                                    | states "channels" and no "switch"
        depth: 8 flit                                                  | states "depth" and no "switch"
        credit-cycles: 1                                               | states "credit-cycles" and no "switch"
        switch: per-flit, depth: 8 flit                                | missing key "channels", for example "channels: 4"
        switch: per-packet, channels: 2                                | missing key "depth", for example "depth: 8 flit"
        switch: per-flit, channels: 2, depth: 8 flit, delay-cycles: 1  | delay-cycles is 1, and a router with a switch takes at least 2
        switch: per-flit, channels: 65, depth: 8 flit                  | must be at most 64
        switch: per-flit, channels: 2, depth: 8                        | flit
        switch: per-flit, channels: 2, depth: 0 flit                   | must be
        switch: first-come, channels: 2, depth: 8 flit                 | per-packet
        switch: per-flit, channels: 2, depth: 2 flit, header: 2 flit   | depth is 2 flit, and a header takes 2
        header: 2 flit, largest-packet: 2 flit                         | largest-packet is 2 flit, and 2 of them are its header: at least 3
        """)
    void what_a_router_cannot_be_is_refused(String keys, String told) {
        String delay = keys.contains("delay-cycles") ? "" : "delay-cycles: 2, ";
        String file = "{ports: 5, flit: 32 bit, clock: 1 GHz, " + delay
                + "power: 1 mW, leakage: 1 uW, area: 0.1 mm2, source: a test, " + keys + "}";
        assertThatThrownBy(() -> Binder.bind(Yaml.parse("router.yaml", file), Router.class))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"torus", "ring"})
    void routers_in_a_circle_are_ideal_or_joined_otherwise(String topology) {
        String[] settings = {REAL[0], REAL[1], REAL[2], "mesh.topology=" + topology};
        assertThatThrownBy(() -> Given.chip("isaac-ce", settings))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("wait for one another for ever")
                .hasMessageContaining("(mesh.topology=tree)");
        settings[3] = "mesh.topology=tree";
        assertThat(Given.chip("isaac-ce", settings).mesh()).isInstanceOf(PacketMesh.class);
        assertThat(Given.chip("isaac-ce", "mesh.topology=" + topology).mesh()).isInstanceOf(PacketMesh.class);
    }

    /** 50 tiles in rows of 8: XY goes along the seventh row, whose last six routers have no tile and are there all the same. */
    @Test
    void a_last_row_that_tiles_do_not_fill_has_all_its_routers() {
        Mesh mesh = Given.chip("isaac-ce", "mesh.columns=8", "mesh.concentration=1", "tiles=50")
                .mesh();
        assertThat(mesh.instances(50)).isEqualTo(56);
        assertThat(mesh.routes(50).routers()).isEqualTo(56);
    }

    @ParameterizedTest
    @ValueSource(strings = {"per-flit", "per-packet"})
    void a_network_runs_through_routers_with_buffers_and_every_bound_holds(String switched) {
        ChipSpec chip = Given.chip(
                "isaac-ce", "mesh.router.switch=" + switched, "mesh.router.channels=2", "mesh.router.depth=4 flit");
        RunResult result = Given.run(chip, Zoo.load("lenet5"));
        RunInvariants.hold(result, "lenet5");
        RunResult ideal = Given.run(Given.chip("isaac-ce"), Zoo.load("lenet5"));
        assertThat(result.alone().end()).isGreaterThanOrEqualTo(ideal.alone().end());
        assertThat(List.of(chip.mesh().idealised())).containsExactly(List.of());
    }
}
