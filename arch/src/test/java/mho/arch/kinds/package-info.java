/**
 * What every kind of every family owes. Kinds are found as the reader of files finds them, a new one included; the chip, device or
 * network that shows one stands among the test resources, in a file called after family and kind. Without one its tests fail and say
 * what to add.
 */
@NullMarked
package mho.arch.kinds;

import org.jspecify.annotations.NullMarked;
