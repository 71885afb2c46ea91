/** Tests of chips that other tools describe. */
@org.jspecify.annotations.NullMarked
package mho.arch.foreign;
