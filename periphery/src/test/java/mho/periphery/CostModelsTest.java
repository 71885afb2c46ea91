package mho.periphery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostModelsTest {

    @Test
    void everyModelHasANameOfItsOwnAndStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> names =
                CostModels.all().stream().map(each -> each.model().name()).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        // Of models that stand for several nodes the README names one, and the others by their nodes.
        assertThat(names)
                .allSatisfy(name -> assertThat(readme).contains("`" + name.replaceAll("(-[48]-port)?-\\d+nm$", "")));
    }

    @Test
    void everyModelSaysWhatItPricesFromWhatWhereItHoldsAndWhoSaysSo() {
        for (CostModels.Listed listed : CostModels.all()) {
            var model = listed.model();
            assertThat(List.of(model.action(), model.parameters(), model.validRange(), model.source()))
                    .as(model.name())
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("\n"));
        }
    }
}
