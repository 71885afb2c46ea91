package mho.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an interface that is not sealed: its records are found by name, a line each in resources {@code META-INF/mho/kinds/} followed by
 * the interface's full name, wherever on the class path one lies. So a kind may live in a package of its own, and in another jar.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OpenKinds {
    /** The kind that is meant where a file names none; empty where it has to name one. */
    String usual() default "";
}
