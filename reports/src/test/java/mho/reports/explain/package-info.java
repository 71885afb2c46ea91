/** Whether what figures are made of adds up to them. */
@org.jspecify.annotations.NullMarked
package mho.reports.explain;
