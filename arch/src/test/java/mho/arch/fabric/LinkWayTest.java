package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkWayTest {
    @Test
    void a_way_is_known_again_by_its_resource() {
        LinkWay[] ways = {
            new LinkWay(Interconnect.OUTSIDE, 0, 0), new LinkWay(0, 1, 0), new LinkWay(12, 11, 3),
        };
        for (LinkWay way : ways) {
            assertThat(LinkWay.parse(way.resource())).isEqualTo(way);
        }
        assertThat(LinkWay.parse("tile[3].buffer")).isNull();
    }

    @Test
    void both_directions_of_a_lane_share_the_links_at_its_ends() {
        assertThat(new LinkWay(0, 1, 1).ends(4))
                .containsExactlyInAnyOrder(new LinkWay.End(0, true, 1), new LinkWay.End(1, false, 1))
                .containsExactlyInAnyOrderElementsOf(new LinkWay(1, 0, 1).ends(4));
        assertThat(new LinkWay(Interconnect.OUTSIDE, 0, 0).ends(4)).containsExactly(new LinkWay.End(0, false, 0));
        // one link, to both sides
        assertThat(new LinkWay(1, 2, 0).ends(1)).contains(new LinkWay.End(1, true, 0));
        assertThat(new LinkWay(0, 1, 0).ends(1)).contains(new LinkWay.End(1, true, 0));
    }
}
