/**
 * Quantities as people write them ("1.28 GS/s", "0.0096 mm2", "64 KiB") and as the program keeps them: plain SI doubles.
 */
@org.jspecify.annotations.NullMarked
package mho.core.quantity;
