/** Writing a network's weights into the arrays it was placed in: how many cells, how long, for what energy. */
@org.jspecify.annotations.NullMarked
package mho.arch.write;
