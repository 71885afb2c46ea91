package mho.core.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a sealed interface: the kind is not a key among others but the only key, "- conv: {out: 6, kernel: 5}". A kind with nothing
 * to say may stand alone, "- flatten".
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KindIsKey {}
