package mho.reports.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One event of a trace, put together byte by byte and used over again: millions are written. */
final class EventLine {
    private byte[] bytes = new byte[512];
    private int length;

    EventLine begin() {
        length = 0;
        return this;
    }

    /** What is JSON already, in ASCII. */
    EventLine raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    EventLine raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    EventLine number(long value) {
        room(20);
        if (value < 0) {
            return raw(Long.toString(value));
        }
        int end = length;
        long rest = value;
        do {
            bytes[end++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int i = length, j = end - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
        length = end;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** A text as it stands between the quotes of a JSON string; whatever a layer is called, the file stays whole. */
    static byte[] escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate((char) c)) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }
}
