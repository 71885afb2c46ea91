package mho.arch.element.rowlogic;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;

/** What an operation takes, in all columns of an array at once. */
public record RowProgram(
        @Scales(why = "figures are those of one access") @Doc("Rows read") @Default("0") @Range(min = 0, max = 65536)
                int reads,
        @Scales(why = "figures are those of one access") @Doc("Rows written") @Default("0") @Range(min = 0, max = 65536)
                int writes,
        @Scales(why = "figures are those of one access")
                @Doc("Steps of logic beside the rows that take time of their own")
                @Default("0")
                @Range(min = 0, max = 65536)
                int logic) {
    int accesses() {
        return Math.addExact(reads, writes);
    }

    RowProgram times(int n) {
        return new RowProgram(
                Math.multiplyExact(reads, n), Math.multiplyExact(writes, n), Math.multiplyExact(logic, n));
    }

    RowProgram and(RowProgram other) {
        return new RowProgram(
                Math.addExact(reads, other.reads),
                Math.addExact(writes, other.writes),
                Math.addExact(logic, other.logic));
    }
}
