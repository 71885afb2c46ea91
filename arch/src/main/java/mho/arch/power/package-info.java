/** What parts draw in a run whatever they do: when layers use them, when a switch is open, what wakes and what is refreshed. */
@org.jspecify.annotations.NullMarked
package mho.arch.power;
