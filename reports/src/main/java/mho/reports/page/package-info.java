/**
 * Pages to open in a browser: each one file that holds its style, its charts, its numbers and the code that draws them, and asks
 * nothing of a network.
 *
 * <p>A page is built from values: {@link mho.reports.page.Page} of {@link mho.reports.page.Section}s of {@link
 * mho.reports.page.Block}s (facts, tables, charts, listings), rendered by one precompiled template, {@code page.jte}, which escapes
 * every text. A table is sorted by click or keyboard without further ado; a {@link mho.reports.page.Block.Chart} is drawn by the
 * function of the same id that the page's script adds to {@code mho.charts} ({@code page.js} says what it is given and gives back),
 * from the page's data ({@link mho.reports.page.ChartData}). So another page is a class that builds a {@code Page}, and a script beside
 * {@code report.js} with a function a chart.
 */
@org.jspecify.annotations.NullMarked
package mho.reports.page;
