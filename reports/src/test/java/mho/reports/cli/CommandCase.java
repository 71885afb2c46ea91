package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command that must fail: its files, the exit code, and the message to the letter. {@code {dir}} is where the files are. */
record CommandCase(String name, List<String> args, Map<String, String> files, int code, String message) {
    private static final String DIRECTORY = "{dir}";

    static CommandCase of(String name, String... args) {
        return new CommandCase(name, List.of(args), Map.of(), 0, "");
    }

    CommandCase file(String path, String content) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, content);
        return new CommandCase(name, args, more, code, message);
    }

    CommandCase says(int exit, String text) {
        return new CommandCase(name, args, files, exit, text);
    }

    void check(Path directory) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, placed(file.getValue(), directory));
        }
        long before = filesIn(directory);
        CommandRun result =
                CommandRun.mho(args.stream().map(arg -> placed(arg, directory)).toArray(String[]::new));
        assertThat(result.err()).isEqualTo(placed(message, directory) + "\n");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(filesIn(directory)).isEqualTo(before);
    }

    /** Nothing is lost and nothing is left behind. */
    private static long filesIn(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static String placed(String text, Path directory) {
        return text.replace(DIRECTORY, directory.toString());
    }

    @Override
    public String toString() {
        return name + Arrays.toString(args.toArray());
    }
}
