/** What crossbars do to values: how a weight stands in cells, how rows are driven and columns read, and what is lost on the way. */
@org.jspecify.annotations.NullMarked
package mho.arch.element.crossbar.values;
