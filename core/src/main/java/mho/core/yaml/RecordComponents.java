package mho.core.yaml;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** The components of records, asked of the Java machine once for each class: it makes them anew, annotations and all, whenever it is asked. */
public final class RecordComponents {
    private static final ClassValue<List<RecordComponent>> KNOWN = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private RecordComponents() {}

    /** In the order of their declaration. */
    public static List<RecordComponent> of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }
}
