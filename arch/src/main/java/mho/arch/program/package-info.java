/** The compiler: from a placement to recipes, stages and buffers for the engine, and to counts of actions for the ledger. */
@org.jspecify.annotations.NullMarked
package mho.arch.program;
