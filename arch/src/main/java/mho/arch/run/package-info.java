/** One run: a chip and a network in; what happened when, and how often each action, out. */
@org.jspecify.annotations.NullMarked
package mho.arch.run;
