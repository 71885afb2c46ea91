package mho.periphery.scheme;

import java.util.Set;
import mho.core.yaml.BadInput;
import mho.periphery.device.Device;
import mho.periphery.learning.Movement;

/**
 * A kind of device that a scheme needs.
 *
 * @param name what it is for, "fast" say
 * @param accepts which ways pulses may move it
 */
record DeviceRole(String name, Set<Movement> accepts) {

    DeviceRole {
        accepts = Set.copyOf(accepts);
    }

    void check(UpdateScheme scheme, Device device) {
        if (device.update() == null) {
            throw new BadInput(
                    "device \"" + device.device() + "\" says nothing of learning, as scheme \"" + scheme.kind()
                            + "\" needs: state its law, \"update: {kind: soft-bounds, …}\" say, or name a device that has one");
        }
        Movement movement = device.update().movement();
        if (!accepts.contains(movement)) {
            throw new BadInput("scheme \"" + scheme.kind() + "\" cannot train cells of device \"" + device.device()
                    + "\" as its " + name + ": it " + movement.words() + "; " + remedy(movement));
        }
    }

    private static String remedy(Movement movement) {
        return switch (movement) {
            case ONE_WAY -> "state its law as that of a pair, \"update: {kind: one-sided-pair, cell: …}\", and train by"
                    + " \"occasional-reset\"";
            case PAIRED -> "pairs fill up and have to be refreshed: train by \"occasional-reset\", or name a device that"
                    + " moves both ways";
            case TWO_STATES -> "train by \"stochastic\" or \"manhattan\", whose pulses switch by chance, or name a device"
                    + " that moves by steps";
            case BOTH_WAYS -> "it needs no reset: train by the scheme within, without \"occasional-reset\"";
        };
    }
}
