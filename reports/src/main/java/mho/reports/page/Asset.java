package mho.reports.page;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style and code that pages carry in themselves. */
public final class Asset {
    private Asset() {}

    /** A file beside this class, fit to stand in a script or style element: a test holds that none ends it. */
    public static String text(String name) {
        try (InputStream in = requireNonNull(Asset.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
