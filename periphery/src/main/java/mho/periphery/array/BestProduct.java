package mho.periphery.array;

import java.lang.reflect.Constructor;

/**
 * The choice of kernel. The one by the Vector API is named, not linked, because few virtual machines have its module at hand: it is incubating, so somebody must ask for it.
 *
 * <p>There are two ways to ask: {@code --add-modules jdk.incubator.vector}, which makes the virtual machine print a warning when it starts; or
 * {@code --add-exports java.base/jdk.internal.module=ALL-UNNAMED}, which lets the module be loaded here, when it is first wanted.
 */
final class BestProduct {

    static final Product INSTANCE = choose();

    private static final String MODULE = "jdk.incubator.vector";

    private BestProduct() {}

    private static Product choose() {
        try {
            if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
                Class.forName("jdk.internal.module.Modules")
                        .getMethod("loadModule", String.class)
                        .invoke(null, MODULE);
            }
            Constructor<?> constructor =
                    Class.forName("mho.periphery.array.VectorProduct").getDeclaredConstructor();
            return (Product) constructor.newInstance();
        } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
            // Nobody asked for the module, or this Java has none. The sums are the same, only later.
            return PlainProduct.INSTANCE;
        }
    }
}
