@org.jspecify.annotations.NullMarked
package mho.reports.explore;
