package mho.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text files changed at random: numbers out of proportion, lines lost, doubled or moved in, characters turned. */
final class AttackText {
    private static final String[] VALUES = {
        "0",
        "-1",
        "1",
        "1e-300",
        "1e300",
        "1e309",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "16777216",
        "65536",
        "0.5",
        "100 %",
        "1 Hz",
        "1e-9 Hz",
        "2 MHz",
        "1000 THz",
        "1 fs",
        "1e-30 s",
        "4.294968 ms",
        "5 ms",
        "1000 s",
        "1e300 J",
        "1 J",
        "1e300 W",
        "1 nS",
        "1e300 S",
        "474114 uS",
        "0 B",
        "1 B",
        "1024 TiB",
        "1 bit",
        "64 bit",
        "1e9 bit",
        "~",
        "[]",
        "{}",
        "[1, 2]",
        "{kind: x}",
        "\"\"",
        "true",
        "NaN",
        ".inf",
        "1e-320 m",
        "1 m",
        "1000 V",
        "ideal",
        "fill",
        "one",
        "1e6 um",
        "1 B/s",
        "1e300 B/s",
        "1e12",
        "4294967296",
        "1e15",
        "1024",
        "3",
        "1e-9",
        "-1 s",
        "1 ms",
        "1 us",
        "0 %",
        "1e6 %",
        "300 nm",
        "7 nm",
        "1e-3 m2",
        "1 TiB",
        "1e18 Hz",
        "\\0",
        "a\u0000b",
        "\u001b[31m",
        "=1+1",
        "0x7fffffff",
        "1_000",
        "1e-400",
        "-0",
        "16 bit"
    };
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(\\.\\d+)?(e-?\\d+)?");

    private AttackText() {}

    static String value(Random random) {
        return VALUES[random.nextInt(VALUES.length)];
    }

    /** One to three changes. */
    static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int k = random.nextInt(3); k >= 0; k--) {
            change(changed, random);
        }
        return changed.toString();
    }

    private static void change(StringBuilder changed, Random random) {
        int line = changed.indexOf("\n", random.nextInt(changed.length()));
        int next = line < 0 ? -1 : changed.indexOf("\n", line + 1);
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> {
                List<int[]> numbers = numbers(changed);
                if (!numbers.isEmpty()) {
                    int[] at = numbers.get(random.nextInt(numbers.size()));
                    changed.replace(at[0], at[1], value(random).split(" ", -1)[0]);
                }
            }
            case 3 -> {
                if (next > 0) {
                    changed.delete(line, next);
                }
            }
            case 4 -> {
                if (next > 0) {
                    changed.insert(next, changed.substring(line, next));
                }
            }
            case 5 -> {
                int colon = changed.indexOf(": ", random.nextInt(changed.length()));
                int end = colon < 0 ? -1 : changed.indexOf("\n", colon);
                if (end > 0) {
                    changed.replace(colon + 2, end, value(random));
                }
            }
            default -> changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(128));
        }
    }

    private static List<int[]> numbers(CharSequence text) {
        List<int[]> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(new int[] {matcher.start(), matcher.end()});
        }
        return numbers;
    }

    /** A few bytes turned, lost or doubled. */
    static byte[] turned(byte[] bytes, Random random) {
        byte[] turned = bytes.clone();
        for (int k = random.nextInt(4); k >= 0 && turned.length > 0; k--) {
            int at = random.nextInt(turned.length);
            turned[at] = (byte) (random.nextBoolean() ? random.nextInt() : turned[at] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(4) > 0 ? turned : java.util.Arrays.copyOf(turned, random.nextInt(turned.length + 20));
    }
}
