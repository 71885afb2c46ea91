package mho.reports.explain;

import java.util.List;

/**
 * What one effect takes off an accuracy.
 *
 * @param cause such as "read noise"
 * @param aloneOn accuracy with all others switched off
 * @param aloneOff accuracy with it switched off and the others as they are
 * @param off options of the command line that switch it off
 */
public record CausedLoss(String cause, double aloneOn, double aloneOff, List<String> off) {
    public CausedLoss {
        off = List.copyOf(off);
    }
}
