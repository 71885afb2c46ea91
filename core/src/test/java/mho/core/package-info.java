@org.jspecify.annotations.NullMarked
package mho.core;
