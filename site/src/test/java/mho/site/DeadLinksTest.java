package mho.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLinksTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path site;

    private void page(String name, String body) throws IOException {
        Path page = site.resolve(name);
        Files.createDirectories(page.getParent());
        Files.writeString(page, "<html><body>" + body + "</body></html>");
    }

    @Test
    void what_leads_somewhere_is_alive() throws IOException {
        page(
                "index.html",
                "<a href='deep/other.html#there'>1</a> <a href='#here'>2</a> <p id='here'></p>"
                        + " <a href='https://example.org/gone'>3</a> <img src='deep/a%20b.png'>");
        page("deep/other.html", "<a name='there'></a> <a href='../index.html'>back</a>");
        Files.write(site.resolve("deep/a b.png"), new byte[] {1});
        assertThat(new DeadLinks(site).found()).isEmpty();
    }

    @Test
    void what_leads_nowhere_is_found_with_the_reason() throws IOException {
        page(
                "index.html",
                "<a href='gone.html'>1</a> <a href='#gone'>2</a> <a href='../out.html'>3</a> <script src='no.js'></script>");
        assertThat(new DeadLinks(site).found())
                .containsExactly(
                        "index.html: gone.html (no such file)",
                        "index.html: #gone (no such place)",
                        "index.html: ../out.html (leads out of the site)",
                        "index.html: no.js (no such file)");
    }

    @Test
    void an_empty_folder_is_no_site() throws IOException {
        assertThat(new DeadLinks(site).found()).hasSize(1);
    }
}
