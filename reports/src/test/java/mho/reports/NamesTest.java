package mho.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name means one thing: no class of a module below the reports, of its tests included, is called as another. */
class NamesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mho");

    /** Where a reader who knows what a word means in one module would be wrong in the other. */
    @Test
    void noTwoClassesOfTheModulesBelowTheReportsAreCalledTheSame() {
        Map<String, TreeSet<String>> byName = HOUSE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getPackageName().startsWith("mho.reports"))
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .collect(groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        mapping(JavaClass::getFullName, toCollection(TreeSet::new))));
        assertThat(byName.values()).hasSizeGreaterThan(500).allSatisfy(called -> assertThat(called)
                .as("classes of one name: call one of them by what it models")
                .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "workloads", "periphery", "arch", "reports"})
    void noNameOccursTwiceInAModuleAndItsTests(String module) throws IOException {
        Path sources = Path.of("..", module, "src");
        assertThat(sources).as("tests run in the folder of their module").isDirectory();
        try (Stream<Path> files = Files.walk(sources)) {
            Map<String, List<String>> byName = files.map(Path::toString)
                    .filter(file -> file.endsWith(".java") && !file.endsWith("-info.java"))
                    .collect(groupingBy(
                            file -> Path.of(file).getFileName().toString(),
                            TreeMap::new,
                            mapping(file -> file, toList())));
            assertThat(byName).hasSizeGreaterThan(100);
            byName.values().removeIf(called -> called.size() == 1);
            assertThat(byName).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "workloads", "periphery", "arch", "reports"})
    void everyPackageStandsInTheTableOfItsModulesReadme(String module) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", module, "README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        Path root = Path.of("..", module, "src", "main", "java");
        try (Stream<Path> files = Files.walk(root)) {
            List<String> missing = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !rows.contains(name) && !rows.contains(name.replace("mho." + module + ".", "")))
                    .toList();
            assertThat(missing)
                    .as("packages that %s/README.md says nothing of", module)
                    .isEmpty();
        }
    }
}
