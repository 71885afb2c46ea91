package mho.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values a number may take, in SI units. Without a minimum, and for every number without this annotation: above zero. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** The smallest value; NaN stands for "above zero". */
    double min() default Double.NaN;

    double max() default Double.POSITIVE_INFINITY;

    /** Whether the minimum itself is excluded. */
    boolean minOpen() default false;

    /** Whether the maximum itself is excluded. */
    boolean maxOpen() default false;
}
