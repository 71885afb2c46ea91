@org.jspecify.annotations.NullMarked
package mho.reports.search;
