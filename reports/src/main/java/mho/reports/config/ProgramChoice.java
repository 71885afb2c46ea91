package mho.reports.config;

import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.TrainingNetwork;

/** What a chip does with a network. */
public enum ProgramChoice {
    /** It answers. */
    INFER {
        @Override
        public Network of(Network folded) {
            return folded;
        }
    },
    /** It learns: every input goes forward and comes back as gradients, and weights are changed where they stand. */
    TRAIN {
        @Override
        public Network of(Network folded) {
            return TrainingNetwork.of(folded);
        }
    };

    /**
     * All that is to be done for one input, as a network.
     *
     * @param folded as a chip runs it
     * @throws BadInput if that is not known of a layer
     */
    public abstract Network of(Network folded);
}
