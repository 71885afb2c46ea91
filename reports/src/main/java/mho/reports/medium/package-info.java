/** What every form is made of: JSON, CSV, tables and words for terminals, figures as people read them on a terminal and on a page. */
@org.jspecify.annotations.NullMarked
package mho.reports.medium;
