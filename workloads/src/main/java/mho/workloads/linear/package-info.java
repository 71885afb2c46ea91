/**
 * Systems of linear equations as they are solved with products of low precision: matrices from the files in which others exchange them,
 * inner methods that see products alone, and the refinement that makes their answers exact. No hardware lives here.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.linear;
