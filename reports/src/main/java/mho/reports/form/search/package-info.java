/** What a search came to, as text, search.json and front.csv. */
@org.jspecify.annotations.NullMarked
package mho.reports.form.search;
