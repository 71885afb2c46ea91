/** Tests of writing weights. */
@org.jspecify.annotations.NullMarked
package mho.arch.write;
