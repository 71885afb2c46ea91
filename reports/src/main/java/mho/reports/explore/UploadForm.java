package mho.reports.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Forms of files that may be uploaded, by how their names end and how what they hold begins: chips, networks, inputs and labels. */
enum UploadForm {
    YAML(List.of(".yaml", ".yml")),
    ONNX(List.of(".onnx")),
    PUMA(List.of(".py")),
    NPY(List.of(".npy"), 0x93, 'N', 'U', 'M', 'P', 'Y'),
    NPZ(List.of(".npz"), 'P', 'K'),
    IDX(List.of("ubyte", ".idx"), 0, 0),
    CSV(List.of(".csv", ".tsv")),
    /** Any of the last but .npz, packed. */
    GZIP(List.of(".npy.gz", "ubyte.gz", ".idx.gz", ".csv.gz", ".tsv.gz"), 0x1F, 0x8B);

    /** What is taken, for messages. */
    static final String TAKEN =
            "what is uploaded is a chip or a network, a .yaml file, an .onnx file or a config.py of puma-simulator, or data and labels:"
                    + " .npy, .npz, .csv or IDX (…-ubyte), packed with gzip or not";

    /** Bytes that tell a form. */
    static final int LOOKED_AT = 6;

    private final List<String> endings;
    private final int[] begins;

    UploadForm(List<String> endings, int... begins) {
        this.endings = endings;
        this.begins = begins;
    }

    /** The one of a name; null where it is of none. */
    static @Nullable UploadForm of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.endings.stream().anyMatch(lower::endsWith))
                .findFirst()
                .orElse(null);
    }

    /** Whether what begins with these bytes may be of this form; what is text or has no mark of its own may begin with any. */
    boolean mayBeginWith(byte[] start) {
        for (int i = 0; i < begins.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != begins[i]) {
                return false;
            }
        }
        return true;
    }
}
