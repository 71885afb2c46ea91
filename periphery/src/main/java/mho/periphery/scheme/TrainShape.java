package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Trains of pulses whose coincidences multiply. With k = rate · X · D / step (X and D the largest |x| and |δ|), BL slots and amplifications A
 * of δ and B of x, a change is BL · A|δ| · B|x| steps, so A · B = rate / (step · BL). Without management BL is {@code slots} and A = B.
 * {@code update-management} shares them out so that the largest x and the largest δ fire alike, A · D = B · X. {@code length-management}
 * takes no more slots than needed, ⌈k⌉, and where even {@code slots} are too few clips δ rather than x. Gokmen and Vlasov, Frontiers in
 * Neuroscience 10:333, 2016; Gokmen, Onen and Haensch, Frontiers in Neuroscience 11:538, 2017; IBM aihwkit 4545f11, whose defaults these
 * are but for the phases, of which it counts one.
 */
public record TrainShape(
        @Doc("Slots of a train, with length-management at most") @Unit("1") @Default("31") @Range(min = 1, max = 64)
                int slots,
        @Doc("Whether the largest x and the largest delta fire alike") @Default("true") boolean updateManagement,
        @Doc("Whether trains are no longer than the update needs") @Default("true") boolean lengthManagement,
        @Doc("Amplification of both x and delta, whatever the learning rate; that of the learning rate when absent")
                @Unit("1")
                @Nullable
                Double amplification,
        @Doc(
                        "Phases of an update: 1 where lines of both signs fire at once, 2 where those of positive x go first, 4 where each pair of signs goes by itself; a phase for whose signs there is no x or no delta is left out")
                @Unit("1")
                @Default("2")
                @Range(min = 1, max = 4)
                int phases) {

    public TrainShape {
        if (phases == 3) {
            throw new IllegalArgumentException(
                    "phases go by the sign of x (2) or by both signs (4), or at once (1), found 3");
        }
        if (amplification != null && lengthManagement) {
            throw new IllegalArgumentException(
                    "a fixed amplification leaves no length to manage: set length-management to"
                            + " false, or leave the amplification to the learning rate");
        }
    }
}
