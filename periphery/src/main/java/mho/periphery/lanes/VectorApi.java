package mho.periphery.lanes;

import java.lang.reflect.Constructor;

/**
 * The Vector API, module jdk.incubator.vector. It is incubating, so somebody must ask for it, in one of two ways: {@code --add-modules jdk.incubator.vector}, at which the virtual machine prints a
 * warning as it starts; or {@code --add-exports java.base/jdk.internal.module=ALL-UNNAMED}, which lets the module be loaded here, when it is first wanted.
 */
public final class VectorApi {

    private static final String MODULE = "jdk.incubator.vector";

    private static final boolean PRESENT = isPresent();

    private VectorApi() {}

    /** The class of that name, which uses the Vector API; or, where there is none, its plain twin, which gives the same bits. */
    public static <T> T choose(Class<T> type, String name, T plain) {
        if (!PRESENT) {
            return plain;
        }
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance());
        } catch (ReflectiveOperationException | LinkageError unusable) {
            return plain;
        }
    }

    private static boolean isPresent() {
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
            return true;
        } catch (ReflectiveOperationException | RuntimeException nobodyAsked) {
            return false;
        }
    }
}
