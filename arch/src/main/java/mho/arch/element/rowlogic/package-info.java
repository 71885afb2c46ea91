/** Memory whose bitlines compute: a program of row accesses and logic steps, all columns side by side. */
@org.jspecify.annotations.NullMarked
package mho.arch.element.rowlogic;
