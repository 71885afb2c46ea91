@org.jspecify.annotations.NullMarked
package mho.reports.sheet;
