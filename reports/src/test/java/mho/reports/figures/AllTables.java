package mho.reports.figures;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of figures, whoever has them, found by reflection. */
final class AllTables {
    /** By class and field. */
    private static final Map<String, FigureTable<?>> TABLES = tables();

    private AllTables() {}

    private static Map<String, FigureTable<?>> tables() {
        Map<String, FigureTable<?>> tables = new LinkedHashMap<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("mho.reports")) {
            for (JavaField field : one.getFields()) {
                if (field.getRawType().isEquivalentTo(FigureTable.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    tables.put(one.getSimpleName() + "." + field.getName(), read(field.reflect()));
                }
            }
        }
        return tables;
    }

    private static FigureTable<?> read(Field field) {
        try {
            field.setAccessible(true);
            return (FigureTable<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a class and a field: "LayerFigures.TABLE". */
    static FigureTable<?> of(String name) {
        return Objects.requireNonNull(TABLES.get(name), name);
    }

    /** All, and those that stand in no field but are held by others. */
    static List<FigureTable<?>> all() {
        List<FigureTable<?>> all = new ArrayList<>(TABLES.values());
        for (int i = 0; i < all.size(); i++) {
            for (Figure<?> figure : all.get(i).figures()) {
                FigureTable<?> inside = figure.content().inside();
                if (inside != null && !all.contains(inside)) {
                    all.add(inside);
                }
            }
        }
        return all;
    }
}
