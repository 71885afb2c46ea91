package mho.reports.figures;

/** Leakage that nobody states is not zero: what is told beside a sum of leakage, or in its stead. */
public final class LeakageText {
    private LeakageText() {}

    /**
     * @param sum of what is stated, formatted
     * @param unstated parts of a chip that say nothing of it
     * @param parts of a chip, in all
     */
    public static String leakage(String sum, int unstated, int parts) {
        String open = "not stated for " + unstated + " of " + parts + " parts";
        if (unstated == 0) {
            return sum + " of it leakage";
        }
        return unstated == parts ? "leakage " + open : sum + " of it leakage, " + open;
    }
}
