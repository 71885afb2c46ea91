/** Tests of chip files as the program sees them. */
@org.jspecify.annotations.NullMarked
package mho.arch.chip;
