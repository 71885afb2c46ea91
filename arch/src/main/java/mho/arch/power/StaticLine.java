package mho.arch.power;

import java.util.Arrays;

/** What energy at rest is booked as, beside what a part does. */
public enum StaticLine {
    /** What a part leaks, and what it draws all the time. Counted in instance-seconds, as the next two. */
    LEAKAGE("static"),
    ON("static while on"),
    IN_USE("static while in use"),
    /** Counted in refreshes of all of an instance. */
    REFRESH("refresh"),
    /** Counted in wake-ups of one instance. */
    WAKE_UP("wake-up");

    private final String action;

    StaticLine(String action) {
        this.action = action;
    }

    /** As the books name it. */
    public String action() {
        return action;
    }

    /** Whether what the books name so is counted in instance-seconds. */
    public static boolean isInSeconds(String action) {
        return isOne(action) && !action.equals(REFRESH.action) && !action.equals(WAKE_UP.action);
    }

    /** Whether books have energy at rest under this name. */
    public static boolean isOne(String action) {
        return Arrays.stream(values()).anyMatch(line -> line.action.equals(action));
    }
}
