package mho.reports.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;

/** A text with one time on each line, ascending; blank lines and what follows a # are passed over. */
final class TimesFile {
    /** The configuration of a run carries them all, and is no larger than a configuration may be. */
    static final int MOST = 50_000;

    /** Times of 40 characters, and comments. */
    private static final long MOST_BYTES = 4L << 20;

    private TimesFile() {}

    /** The times as they are written; throws {@link BadInput} naming the line of the first that is none. */
    static List<String> read(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": this is a directory, expected a text with a time such as 1.5 us on each line");
        }
        if (GivenPath.isSpecial(file)) {
            throw new BadInput(file + ": " + GivenPath.SPECIAL);
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInput(file + ": larger than 4 MiB, too large for a list of at most " + MOST + " times");
            }
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                return read(file, lines);
            }
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ": not a text in UTF-8, save it in that encoding");
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read, check that it is a file you may open");
        }
    }

    private static List<String> read(Path file, BufferedReader lines) throws IOException {
        List<String> times = new ArrayList<>();
        List<Long> ticks = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            int comment = text.indexOf('#');
            String time = (comment < 0 ? text : text.substring(0, comment)).strip();
            if (time.isEmpty()) {
                continue;
            }
            if (times.size() == MOST) {
                throw new BadInput("%s:%d: more than %d times; give fewer, or a rate".formatted(file, number, MOST));
            }
            try {
                ticks.add(ArrivalChoice.tick(time, ticks, file + ":" + number));
            } catch (IllegalArgumentException e) {
                throw new BadInput(String.valueOf(e.getMessage()));
            }
            times.add(time);
        }
        if (times.isEmpty()) {
            throw new BadInput(file + ": holds no times, give one such as 1.5 us on each line");
        }
        return times;
    }
}
