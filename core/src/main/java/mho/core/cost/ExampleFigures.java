package mho.core.cost;

/**
 * What the figures of one instance of some kind of part look like, for messages that ask for them: sizes that the reader may hold a
 * figure of their own against.
 *
 * @param energy of one action, "1.6 pJ"
 * @param power at full activity, "2 mW"
 * @param area "1200 um2"
 */
public record ExampleFigures(String energy, String power, String area) {
    /** Where nothing is known of the part. */
    static final ExampleFigures ANY = new ExampleFigures("5 pJ", "2 mW", "100 um2");
}
