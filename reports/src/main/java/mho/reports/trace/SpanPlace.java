package mho.reports.trace;

/**
 * Where a span stands in the file.
 *
 * @param start tick it is shown from
 * @param end tick it is shown until
 */
record SpanPlace(int process, int thread, long start, long end) {}
