package mho.reports.form.search;

/**
 * Where the designs of a search came from; the same for any number of threads, and however often it was killed.
 *
 * @param computed within the budget, now or earlier
 * @param given by other stores, beside the budget
 * @param failed of both, and of those that are no chip at all
 * @param byPrice not computed, as prices alone tell that they cannot be on the front
 * @param byBound not computed, as one input alone tells it
 * @param generations of designs
 */
public record SearchCounts(int computed, int given, int failed, int byPrice, int byBound, int generations) {
    /** Designs that were looked at. */
    public int asked() {
        return computed + given + byPrice + byBound;
    }
}
