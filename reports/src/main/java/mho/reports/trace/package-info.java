/**
 * A run as a file for trace viewers: every step on every server, the layers above them, the buffers as counters. Written
 * while the run happens, in bounded memory and up to a bounded size.
 */
@org.jspecify.annotations.NullMarked
package mho.reports.trace;
