package mho.reports.cli;

import java.io.PrintWriter;
import mho.core.arithmetic.FusedMultiplyAdd;

/** What is worth knowing before a command computes for long; on standard error, once. */
final class Notices {
    private Notices() {}

    /** Values are computed; how, where that is slow. */
    static void ofArithmetic(PrintWriter err) {
        if (!FusedMultiplyAdd.notice().isEmpty()) {
            err.println(FusedMultiplyAdd.notice());
            err.flush();
        }
    }
}
