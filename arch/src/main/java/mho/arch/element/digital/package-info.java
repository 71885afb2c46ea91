/** What digital kinds of elements have in common: they add up products of integers and lose nothing. */
@org.jspecify.annotations.NullMarked
package mho.arch.element.digital;
