package mho.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which. */
class ArrowsTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mho.core");

    static Arguments[] arrows() {
        return new Arguments[] {
            Arguments.of("mho.core.arithmetic", new String[] {"com.sun.management"}),
            Arguments.of("mho.core.quantity", new String[] {}),
            Arguments.of("mho.core.yaml", new String[] {"mho.core.quantity", "org.snakeyaml.engine.v2.."}),
            Arguments.of("mho.core.cost", new String[] {"mho.core.quantity", "mho.core.yaml"}),
            Arguments.of("mho.core.engine", new String[] {}),
        };
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void aPackageKnowsOnlyWhatStandsBelowIt(String room, String[] known) {
        String[] allowed = Stream.concat(Stream.of(room, "java..", "org.jspecify.annotations"), Stream.of(known))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true) // a room may still be unbuilt
                .check(CORE);
    }
}
