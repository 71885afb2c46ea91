package mho.periphery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "mho.periphery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ofTheHouseItKnowsOnlyTheCore = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "mho.periphery..",
                    "mho.core.arithmetic",
                    "mho.core.yaml",
                    "mho.core.cost",
                    "mho.core.quantity",
                    "java..",
                    "jdk.incubator.vector",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule circuitsStandOnModelsAndTheArrayOnDriversAndReadouts = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("mho.periphery..")
            .layer("list")
            .definedBy("mho.periphery")
            .layer("array")
            .definedBy("mho.periphery.array")
            .layer("device")
            .definedBy("mho.periphery.device")
            .layer("learning")
            .definedBy("mho.periphery.learning")
            .layer("scheme")
            .definedBy("mho.periphery.scheme")
            .layer("random")
            .definedBy("mho.periphery.random")
            .layer("driver")
            .definedBy("mho.periphery.driver")
            .layer("readout")
            .definedBy("mho.periphery.readout")
            .layer("neuron")
            .definedBy("mho.periphery.neuron")
            .layer("memory")
            .definedBy("mho.periphery.memory")
            .layer("interconnect")
            .definedBy("mho.periphery.interconnect")
            .layer("model")
            .definedBy("mho.periphery.model")
            .whereLayer("list")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("array")
            .mayOnlyBeAccessedByLayers("list")
            .whereLayer("device")
            .mayOnlyBeAccessedByLayers("list", "array", "scheme")
            .whereLayer("learning")
            .mayOnlyBeAccessedByLayers("list", "array", "device", "scheme")
            .whereLayer("scheme")
            .mayOnlyBeAccessedByLayers("list")
            .whereLayer("random")
            .mayOnlyBeAccessedByLayers("device", "learning", "scheme")
            .whereLayer("driver")
            .mayOnlyBeAccessedByLayers("list", "array")
            .whereLayer("readout")
            .mayOnlyBeAccessedByLayers("list", "array")
            .whereLayer("neuron")
            .mayOnlyBeAccessedByLayers("list")
            .whereLayer("memory")
            .mayOnlyBeAccessedByLayers("list")
            .whereLayer("interconnect")
            .mayOnlyBeAccessedByLayers("list");
}
