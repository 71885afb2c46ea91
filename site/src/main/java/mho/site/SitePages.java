package mho.site;

import java.io.IOException;
import java.nio.file.Path;

/** Writes everything of the site that does not stand in a file as it is: references, READMEs of the modules, pages of the gallery. */
public final class SitePages {
    private SitePages() {}

    /** @param args the project's directory, and where the site generator looks for generated sources */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]).toRealPath();
        SiteDirectory to = new SiteDirectory(Path.of(args[1]));
        Mho mho = new Mho(project);
        new References(mho, to).write();
        new ProjectTexts(project, to).write();
        new Gallery(mho, to).write();
    }
}
