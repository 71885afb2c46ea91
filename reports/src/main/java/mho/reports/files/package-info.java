/** Files and directories that are there whole or not at all, whatever stops the process that writes them. */
@org.jspecify.annotations.NullMarked
package mho.reports.files;
