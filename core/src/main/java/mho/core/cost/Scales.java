package mho.core.cost;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What becomes of the stated figures of a part when this parameter of it is changed. Every number of a priced part carries one:
 * a figure belongs to the values it was stated with.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Scales {
    /** Of the energy of one action. */
    ScalingLaw energy() default ScalingLaw.SAME;

    /** Of area, and of leakage with it. */
    ScalingLaw area() default ScalingLaw.SAME;

    /** The law's source or reasoning. */
    String why();
}
