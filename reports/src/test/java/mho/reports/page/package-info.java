/** Pages as text, and in a browser. */
@org.jspecify.annotations.NullMarked
package mho.reports.page;
