/** The {@code mho} command. */
@org.jspecify.annotations.NullMarked
package mho.reports.cli;
