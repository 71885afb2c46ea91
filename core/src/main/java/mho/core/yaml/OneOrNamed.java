package mho.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record of two components that may be null, a value and a {@code Map<String, T>}: its place in a file holds either the value alone,
 * or a mapping by name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OneOrNamed {}
