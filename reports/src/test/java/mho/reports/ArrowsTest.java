package mho.reports;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mho.core.yaml.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole house: a module knows only what stands left of it, a room only what its door opens on. */
class ArrowsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mho");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core      | mho.core",
                "workloads | mho.core, mho.workloads",
                "periphery | mho.core, mho.periphery",
                "arch      | mho.core, mho.workloads, mho.periphery, mho.arch",
            })
    void aModuleKnowsOnlyWhatStandsLeftOfIt(String module, String known) {
        check("mho." + module + "..", known, "mho..");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "codes    |",
                "cut      |",
                "topology |",
                "element  | codes, cut",
                "foreign  |",
                "chip     | element, topology, cut, foreign",
                "fabric   | chip, topology",
                "plan     | chip, element, cut",
                "program  | plan, fabric, chip, element, cut",
                "machine  | plan, chip, element, codes, cut",
                "write    | plan, chip, element, cut",
                "matrix   | machine, plan, chip, element, cut",
                "roofline | plan, program, chip",
                "turns    | program, plan, fabric, chip, element, cut",
                "run      | program, turns, roofline, machine, plan, chip, element",
                "power    | run, program, plan, fabric, chip, element",
            })
    void aRoomOfAChipKnowsOnlyWhatItIsBuiltOn(String room, @Nullable String known) {
        String rooms = known == null ? room : known + ", " + room;
        String[] packages = Arrays.stream(rooms.split(", *"))
                .map(each -> "mho.arch." + each + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("mho.arch." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("mho.arch..").and(resideOutsideOfPackages(packages)))
                .check(HOUSE);
    }

    /** Mapper, compiler, inventory and reports know the contract of elements and no kind. */
    @Test
    void nobodyOutsideKnowsAKindOfElement() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "mho.arch.element.crossbar..",
                        "mho.arch.element.macarray..",
                        "mho.arch.element.photonic..",
                        "mho.arch.element.rowlogic..",
                        "mho.arch.element.digital..",
                        "mho.reports.validate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "mho.arch.element.crossbar..",
                        "mho.arch.element.macarray..",
                        "mho.arch.element.photonic..",
                        "mho.arch.element.rowlogic..",
                        "mho.arch.element.digital..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "medium           |",
                "files            |",
                "sheet            |",
                "config           | medium",
                "trace            | medium, figures",
                "metrics          | sheet",
                "tornado          | sheet, metrics",
                "validate         | medium, sheet, metrics, tornado",
                "training         | config, metrics",
                "anneal           | config",
                "restricted       | config",
                "solve            | config",
                "figures          | medium, sheet, metrics, validate, tornado, training",
                "compare          | medium, metrics, config, figures, training",
                "form.chip        | medium, sheet, figures",
                "form.catalogue   | medium",
                "form.report      | medium, metrics, sheet, figures, form.chip",
                "form.comparison  | medium, metrics, figures, compare, training",
                "form.training    | medium, figures, training",
                "form.anneal      | medium, config, anneal",
                "form.restricted  | medium, config, restricted",
                "form.solve       | medium, config, solve",
                "form.validation  | medium, validate, tornado, figures",
                "form.sweep       | medium, metrics, figures",
                "form.search      | medium, figures, tornado, form.sweep",
                "search           | medium, figures, run, form.sweep, form.search, sweep, tornado",
                "explain          | medium, sheet, metrics, config, figures, run",
                "form.explanation | medium, figures, explain",
                "explore          | medium, sheet, metrics, config, figures, run, explain, form.explanation, page",
                "page             | medium, sheet, metrics, config, figures, compare, training, explain, form.explanation, form.chip, form.sweep, form.search, tornado, validate",
                "run              | medium, files, sheet, metrics, validate, config, form.report",
                "sweep            | medium, files, sheet, metrics, figures, config, run, training, form.report, form.sweep, form.training",
            })
    void aRoomOfTheReportsKnowsOnlyWhatItTells(String room, String known) {
        List<String> rooms = new ArrayList<>(List.of(room));
        rooms.addAll(known == null ? List.of() : List.of(known.split(", ")));
        check(
                "mho.reports." + room,
                rooms.stream().map("mho.reports."::concat).collect(Collectors.joining(", ")),
                "mho.reports..");
    }

    @Test
    void onlyTheFormsAndWhoeverReadsRunsBackKnowHowFilesAreWritten() {
        classes()
                .that()
                .resideOutsideOfPackages("mho.reports.medium", "mho.reports.form.sweep", "mho.reports.compare")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("com.fasterxml..", "org.apache.commons.csv..")
                .check(HOUSE);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("mho.reports.(**)").should().beFreeOfCycles().check(HOUSE);
        slices().matching("mho.arch.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("mho.periphery.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    /** Whoever asks a part of a chip for its kind forgets the kind that comes next: parts answer by methods. */
    @Test
    void nobodyOutsideItsPackageAsksForAKind() {
        List<String> asked = new ArrayList<>();
        for (JavaClass asking : HOUSE) {
            asking.getInstanceofChecks().stream()
                    .filter(check -> check.getRawType().isAnnotatedWith(Kind.class))
                    .filter(check -> !check.getRawType().getPackageName().equals(asking.getPackageName()))
                    .forEach(check -> asked.add(
                            asking.getName() + " asks for " + check.getRawType().getName()));
        }
        assertThat(asked).isEmpty();
    }

    private static void check(String from, String known, String of) {
        String[] rooms = Arrays.stream(known.split(", *"))
                .map(room -> of.equals("mho..") ? room + ".." : room)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(resideInAPackage(of).and(resideOutsideOfPackages(rooms)))
                .check(HOUSE);
    }
}
