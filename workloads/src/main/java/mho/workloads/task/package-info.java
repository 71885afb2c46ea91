/** What is to be done: operations with verbs, and what becomes of their operands. A network as inference has it is one such task. */
@org.jspecify.annotations.NullMarked
package mho.workloads.task;
