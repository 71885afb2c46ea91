/** The question a run answers, fully resolved: chip, network, images, seed; as a file that alone reproduces the run. */
@org.jspecify.annotations.NullMarked
package mho.reports.config;
