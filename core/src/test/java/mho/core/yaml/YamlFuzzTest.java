package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Whatever stands in a file, the answer is a value or {@link BadInput}. With JAZZER_FUZZ=1 and
 * {@code -Djazzer.hooks=true} it searches for counterexamples; otherwise the stored inputs are tried.
 */
class YamlFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void anyTextIsAChipOrBadInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            YamlNode node = Yaml.parse("fuzz.yaml", text);
            String written = Yaml.write(node);
            assertThat(Yaml.write(again(written))).isEqualTo(written);
            assertThat(NumericLeaves.of(node)).containsAll(Sources.uncovered(node));
            SampleChip chip = Binder.bind(node, SampleChip.class);
            assertThat(Binder.bind(Binder.withDefaults((MapNode) node, SampleChip.class), SampleChip.class))
                    .isEqualTo(chip);
        } catch (BadInput e) {
            assertThat(e.parts())
                    .allSatisfy(part ->
                            assertThat(part).message().startsWith("fuzz.yaml").doesNotContain("\n"));
        }
    }

    /** What mho has written it must be able to read; anything else is a mistake of its own. */
    private static YamlNode again(String written) {
        try {
            return Yaml.parse("again.yaml", written);
        } catch (BadInput e) {
            throw new AssertionError(written, e);
        }
    }

    @FuzzTest(maxDuration = "2m")
    void anySettingIsMadeOrBadInput(byte[] bytes) {
        MapNode file = (MapNode) Yaml.parse("chip.yaml", SampleChip.GOOD + "layers: [flatten]\n");
        try {
            Binder.bind(Setting.parse(new String(bytes, StandardCharsets.UTF_8)).applyTo(file), SampleChip.class);
        } catch (BadInput e) {
            assertThat(e.parts()).allSatisfy(part -> assertThat(part).message().doesNotContain("\n"));
        }
    }
}
