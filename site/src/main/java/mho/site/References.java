package mho.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.chip.Chips;
import mho.periphery.device.Device;
import mho.workloads.zoo.Zoo;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What there is, from the code: commands, chips, networks, devices, models, data, keys, schemas. */
final class References {
    private static final List<String> FILES =
            List.of("chip", "network", "device", "sweep", "search", "rows", "run", "training");

    private final Mho mho;
    private final SiteDirectory to;

    References(Mho mho, SiteDirectory to) {
        this.mho = mho;
        this.to = to;
    }

    void write() throws IOException {
        commands();
        chips();
        networks();
        devices();
        models();
        data();
        keys();
        schemas();
    }

    private void commands() throws IOException {
        Markdown page = new Markdown().heading(1, "Commands");
        page.paragraph(
                "`mho help COMMAND` prints the same. Exit codes are 0; 1 where the model says no; 2 for bad input, with the"
                        + " remedy; 3 for a fault of mho's own.");
        for (String command : mho.commands()) {
            page.heading(2, "mho " + command).listing(mho.said("help", command));
        }
        to.page("commands", page.toString());
    }

    private void chips() throws IOException {
        List<CSVRecord> chips = mho.table("list", "chips", "--csv");
        List<List<String>> rows = new ArrayList<>();
        for (CSVRecord chip : chips) {
            String name = chip.get("chip");
            rows.add(List.of(
                    Markdown.link(name, "chips/" + name + ".html"),
                    Markdown.escaped(chip.get("computes_in")),
                    Markdown.escaped(chip.get("peak")),
                    Markdown.escaped(chip.get("per_watt")),
                    Markdown.escaped(chip.get("area")),
                    Markdown.escaped(chip.get("what_it_is"))));
            chip(name, chip.get("what_it_is"));
        }
        to.page(
                "chips",
                new Markdown()
                        .heading(1, "Chips")
                        .paragraph(
                                "Every chip that comes along, with what `mho show` says of it and the file that it is made from.")
                        .table(List.of("chip", "computes in", "peak", "per watt", "area", "what it is"), rows)
                        .toString());
    }

    private void chip(String name, String about) throws IOException {
        to.page(
                "chips/" + name,
                new Markdown()
                        .heading(1, name)
                        .paragraph(Markdown.escaped(about) + ". " + Markdown.link("All chips", "../chips.html") + ".")
                        .heading(2, "What it is made of")
                        .listing(mho.said("show", name))
                        .heading(2, "Its file")
                        .listing(resource(Chips.class, "/mho/arch/chips/" + name + ".yaml"))
                        .toString());
    }

    private void networks() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CSVRecord network : mho.table("list", "networks", "--csv")) {
            String name = network.get("network");
            boolean isYaml = Zoo.isFile(name);
            if (isYaml) {
                to.file("files/networks/" + name + ".yaml", Zoo.file(name));
            }
            rows.add(List.of(
                    isYaml ? Markdown.link(name, "files/networks/" + name + ".yaml") : Markdown.escaped(name),
                    Markdown.escaped(network.get("layers")),
                    Markdown.escaped(network.get("weights")),
                    Markdown.escaped(network.get("work")),
                    Markdown.escaped(network.get("what_it_is"))));
        }
        to.page(
                "networks",
                new Markdown()
                        .heading(1, "Networks")
                        .paragraph(
                                "The zoo; a link leads to the file; those without come with trained weights, as ONNX. Of one's own, a network is such a file or an ONNX model.")
                        .table(List.of("network", "layers", "weights", "work", "what it is"), rows)
                        .toString());
    }

    private void devices() throws IOException {
        Markdown page = new Markdown()
                .heading(1, "Devices")
                .paragraph(
                        "Cells of arrays by name; windows, noise, drift and jumps are in their files, with sources.");
        List<CSVRecord> devices = mho.table("list", "devices", "--csv");
        page.columns(devices, List.of("device", "on", "off", "what_it_is", "source"));
        for (CSVRecord device : devices) {
            String name = device.get("device");
            String file = find(Device.class, "/mho/periphery/devices/" + name + ".yaml");
            if (file != null) {
                page.heading(2, name).listing(file);
            }
        }
        to.page("devices", page.toString());
    }

    private void models() throws IOException {
        to.page(
                "models",
                new Markdown()
                        .heading(1, "Cost models")
                        .paragraph(
                                "What prices a part whose chip file states no figure but names a model; a chip's page tells which of"
                                        + " its figures come from one.")
                        .columns(
                                mho.table("list", "models", "--csv"),
                                List.of("family", "model", "prices", "from", "valid", "source"))
                        .toString());
    }

    private void data() throws IOException {
        to.page(
                "data",
                new Markdown()
                        .heading(1, "Data")
                        .paragraph("What comes along; files in IDX, NumPy and CSV are read as well.")
                        .columns(
                                mho.table("list", "data", "--csv"),
                                List.of("data", "inputs", "of", "what_it_is", "source"))
                        .toString());
    }

    /** A section for each part of a chip. */
    private void keys() throws IOException {
        Map<String, List<List<String>>> byPart = new LinkedHashMap<>();
        for (CSVRecord key : mho.table("list", "parameters", "--csv")) {
            String path = key.get("parameter");
            byPart.computeIfAbsent(part(path), p -> new ArrayList<>())
                    .add(List.of(
                            Markdown.code(path),
                            Markdown.escaped(key.get("unit")),
                            Markdown.escaped(key.get("default")),
                            Markdown.escaped(key.get("meaning")),
                            Markdown.escaped(key.get("only_if"))));
        }
        Markdown page = new Markdown()
                .heading(1, "Keys of a chip file")
                .paragraph(
                        "Every key, from the records that read it: unit, default, meaning, and the kind that it belongs to. Energies, areas"
                                + " and powers may carry a source, or the reasoning of an assumption, of their own.");
        byPart.forEach((part, rows) ->
                page.heading(2, part).table(List.of("key", "unit", "default", "meaning", "only if"), rows));
        to.page("keys", page.toString());
    }

    /** The chip itself, a part of it, or a part of its tile or core. */
    private static String part(String path) {
        String[] words = path.split("\\.");
        boolean inTile = words[0].equals("tile");
        int most = inTile ? (words.length > 1 && words[1].equals("core") ? 3 : 2) : 1;
        if (words.length == 1) {
            return "the file itself";
        }
        return String.join(".", List.of(words).subList(0, Math.min(most, words.length - 1)));
    }

    private void schemas() throws IOException {
        Markdown page = new Markdown()
                .heading(1, "Schemas")
                .paragraph(
                        "JSON Schemas of mho's files, made from the records that read them, so that an editor completes keys and checks"
                                + " them. `mho schema KIND` prints them.");
        StringBuilder list = new StringBuilder();
        for (String kind : FILES) {
            String name = "schemas/" + kind + ".schema.json";
            to.file(name, mho.said("schema", kind));
            list.append("- ").append(Markdown.link(kind + " files", name)).append('\n');
        }
        page.paragraph(list.toString());
        page.paragraph("In the first line of a YAML file, for editors with a YAML language server:");
        page.listing("# yaml-language-server: $schema=chip.schema.json");
        to.page("schemas", page.toString());
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        String text = find(beside, name);
        if (text == null) {
            throw new IllegalStateException(name + " is not there");
        }
        return text;
    }

    private static @Nullable String find(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
