package mho.reports.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.program.Program;
import mho.core.engine.Model;

/**
 * Which track everything is on. Viewers group threads by process: the layers are one process, the buffers another, then
 * the arrays of each layer, then each tile, each chip's mesh and the links. Numbers follow from the model alone: processes are
 * counted from 1, and threads from where processes end, servers first, so that no number is used twice.
 */
final class Tracks {
    static final int LAYERS = 1;
    static final int BUFFERS = 2;
    private static final String LINK = "link";
    private static final String LINKS = "links";
    private static final String MACHINE = "machine";

    private final List<String> processes = new ArrayList<>();
    private final int[] processOf;
    private final String[] names;
    private final byte[][] categories;

    Tracks(Program program) {
        Model model = program.model();
        processes.add("layers");
        processes.add("buffers");
        processOf = new int[model.servers()];
        names = new String[model.servers()];
        categories = new byte[model.servers()][];
        Map<String, Integer> known = new LinkedHashMap<>();
        String[] owner = owners(program);
        // Arrays before everything else, layer by layer.
        for (int r = 0; r < model.resources(); r++) {
            if (owner[r] != null) {
                String name = model.resourceName(r);
                place(model, r, process(known, "arrays of " + owner[r]), name.substring(owner[r].length() + 1));
            }
        }
        for (int r = 0; r < model.resources(); r++) {
            if (owner[r] == null) {
                String name = model.resourceName(r);
                int dot = name.indexOf('.');
                place(
                        model,
                        r,
                        process(known, dot < 0 ? whole(name) : name.substring(0, dot)),
                        name.substring(dot + 1));
            }
        }
    }

    /** What is in no tile: links between chips, or units and memories of a machine that has none. */
    private static String whole(String name) {
        return name.contains(LINK) ? LINKS : MACHINE;
    }

    /** The layer whose own arrays a resource stands for, if it does. */
    private static String[] owners(Program program) {
        String[] owners = new String[program.model().resources()];
        for (int stage = 0; stage < program.pipelines().size(); stage++) {
            String layer = program.model().stageName(stage);
            program.pipelines().get(stage).stream().forEach(r -> owners[r] = layer);
        }
        return owners;
    }

    private int process(Map<String, Integer> known, String name) {
        return known.computeIfAbsent(name, n -> {
            processes.add(n);
            return processes.size();
        });
    }

    /** Ports of one resource work side by side: a track each. */
    private void place(Model model, int resource, int process, String name) {
        byte[] category = EventLine.escaped(category(model.resourceName(resource)));
        for (int i = 0; i < model.servers(resource); i++) {
            int server = model.firstServer(resource) + i;
            processOf[server] = process;
            categories[server] = category;
            names[server] = model.servers(resource) == 1 ? name : name + "[" + i + "]";
        }
    }

    /** What kind of resource: {@code arrays} of {@code conv1.copy[0].tile[3].arrays}, {@code mesh entry} of {@code mesh(4,0) entry}. */
    static String category(String resource) {
        return resource.substring(resource.lastIndexOf('.') + 1)
                .replaceAll("[\\[(][0-9,]+[])]", "")
                .replaceAll("\\s+|-$", " ")
                .strip();
    }

    byte[] category(int server) {
        return categories[server];
    }

    int processes() {
        return processes.size();
    }

    String processName(int process) {
        return processes.get(process - 1);
    }

    int processOf(int server) {
        return processOf[server];
    }

    String name(int server) {
        return names[server];
    }

    int threadOf(int server) {
        return processes.size() + 1 + server;
    }

    int threadOfLayerTrack(int track) {
        return processes.size() + 1 + names.length + track;
    }
}
