package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static List<String> uncovered(String yaml) {
        return Sources.uncovered(Yaml.parse("x", yaml)).stream()
                .map(NumericLeaf::path)
                .toList();
    }

    @Test
    void aNumberWithoutSourceIsUncovered() {
        assertThat(uncovered("{a: 1, b: {c: 5 pJ, d: text}, e: [1, {f: 2}]}"))
                .containsExactly("a", "b.c", "e[0]", "e[1].f");
    }

    @Test
    void aSourceCoversItsMappingAndAllBelow() {
        assertThat(uncovered("{a: 1, b: {source: Table 1, c: 5 pJ, e: [1, {f: 2}]}}"))
                .containsExactly("a");
        assertThat(uncovered("{source: 2016, a: 1, b: {c: 2}}")).isEmpty();
    }

    @Test
    void anEmptySourceCoversNothing() {
        assertThat(uncovered("{a: 1, source: }")).containsExactly("a");
    }

    @Test
    void anAssumptionCoversWhatItNames() {
        assertThat(uncovered("{a: 1, b: 2, assumed: {a: because}}")).containsExactly("b");
        assertThat(uncovered("{b: {c: 1, d: {e: 2}}, assumed: {b.d: because}}")).containsExactly("b.c");
        assertThat(uncovered("{b: {c: 1, l: [1, 2]}, assumed: {'b.l[1]': because}}"))
                .containsExactly("b.c", "b.l[0]");
        assertThat(uncovered("{a: 1, assumed: {a: }}")).containsExactly("a");
    }

    @Test
    void numbersInTextsAboutTheFileNeedNoSource() {
        assertThat(uncovered("{about: 42, assumed: {a: 42}, b: {source: 42}}")).isEmpty();
    }

    @Test
    void oddKeysAreNoHidingPlace() {
        assertThat(uncovered("{\"a.b\": 1, c: {\"x y\": 2}}")).containsExactly("[\"a.b\"]", "c[\"x y\"]");
    }
}
