/** What the site's makers owe. */
@org.jspecify.annotations.NullMarked
package mho.site;
