package mho.reports.explore;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.form.explanation.ExplanationJson;
import mho.reports.page.Asset;
import mho.reports.page.ReportPage;
import mho.reports.run.InternalError;
import mho.reports.run.Progress;
import mho.reports.sheet.ChipSheet;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page on the loopback address, to whoever knows the address with its token, and answers what it asks. Nothing that is sent is
 * executed, nothing but what was uploaded, named on the command line or comes with mho is read, and the page may ask nobody else.
 *
 * <p>Behind the token: {@code GET} the page and its parts, {@code start}; {@code POST answer, certain, why, export, leave} with a JSON object,
 * {@code upload?name=…} with a file. A tab says its name with each question; a newer one ends the older.
 */
public final class ExploreServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_WAITING = 64;
    private static final int LARGEST_QUESTION = 1 << 20;
    private static final int BLOCK = 1 << 14;
    private static final int MOST_READ_OVER = 1 << 30;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;
    private final RequestGuard guard;
    private final Explorer explorer;
    private final Questions questions = new Questions(Runtime.getRuntime().availableProcessors());
    /** What is certain is computed beside the answer, one after the other, so that it keeps no answer waiting. */
    private final Questions certain = new Questions(1);

    private final Map<String, Part> parts = new HashMap<>();

    /** A part of the page. */
    private record Part(String type, String text) {}

    private ExploreServer(HttpServer server, Explorer explorer) {
        this.server = server;
        this.explorer = explorer;
        this.guard = RequestGuard.of(server.getAddress().getPort());
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "explore");
            thread.setDaemon(true);
            return thread;
        });
        part("", HTML, "explore.html");
        part("page.css", "text/css; charset=utf-8", "page.css");
        part("explore.css", "text/css; charset=utf-8", "explore.css");
        for (String script : new String[] {"echarts.js", "page.js", "report.js", "chip.js", "why.js", "explore.js"}) {
            part(script, "text/javascript; charset=utf-8", script);
        }
    }

    private void part(String path, String type, String asset) {
        parts.put(path, new Part(type, Asset.text(asset)));
    }

    /**
     * Begins to serve.
     *
     * @param design to begin with, as {@code mho run} is asked
     * @param port 0 for one that is free
     * @throws BadInput for whatever is wrong with it, and where the port is taken
     */
    public static ExploreServer start(AskedDesign design, int port) {
        return start(design, port, Scratch.LARGEST);
    }

    /** @param largest of an uploaded file, bytes */
    static ExploreServer start(AskedDesign design, int port, long largest) {
        Scratch scratch = new Scratch(largest);
        try {
            Explorer explorer = Explorer.of(design, scratch);
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), MOST_WAITING);
            ExploreServer server = new ExploreServer(http, explorer);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            scratch.close();
            throw new BadInput("--port " + port + ": cannot be served (" + e.getMessage()
                    + "); give another, or none for one that is free");
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** What to open in a browser; whoever knows it may ask. */
    public String address() {
        return guard.address();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        explorer.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = guard.admitted(exchange.getRequestURI(), exchange.getRequestHeaders());
            if (asked == null) {
                send(exchange, 403, TEXT, "Refused: open the address that mho explore printed.\n");
            } else if (exchange.getRequestMethod().equals("GET")) {
                get(exchange, asked);
            } else if (exchange.getRequestMethod().equals("POST")) {
                post(exchange, asked);
            } else {
                send(exchange, 405, TEXT, "Neither GET nor POST.\n");
            }
        }
    }

    private void get(HttpExchange exchange, String asked) throws IOException {
        Part part = parts.get(asked);
        if (part != null) {
            send(exchange, 200, part.type(), part.text());
        } else if (asked.equals("start")) {
            send(exchange, 200, JSON, ExploreJson.start(explorer));
        } else {
            send(exchange, 404, TEXT, "There is no such thing.\n");
        }
    }

    private void post(HttpExchange exchange, String asked) throws IOException {
        try {
            String answer = answered(exchange, asked);
            send(exchange, answer == null ? 404 : 200, JSON, answer == null ? "{}\n" : answer);
        } catch (BadInput e) {
            readOver(exchange);
            send(exchange, 200, JSON, ExploreJson.problems(e));
        } catch (ModelSaysNo e) {
            send(exchange, 200, JSON, ExploreJson.of("no", explorer.scratch().told(String.valueOf(e.getMessage()))));
        } catch (Superseded e) {
            send(exchange, 409, JSON, ExploreJson.of("superseded", "the same tab has asked anew"));
        } catch (OutOfMemoryError e) {
            send(
                    exchange,
                    200,
                    JSON,
                    ExploreJson.of("no", "out of memory: give the simulation more, as in MHO_HEAP=4g ./mho explore …"));
        } catch (RuntimeException e) { // one question must not end the others, whatever happens to it
            send(exchange, 500, JSON, ExploreJson.of("fault", InternalError.told(e)));
        }
    }

    /** What was not read ends a connection before its answer is seen. */
    private static void readOver(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] block = new byte[BLOCK];
        int left = MOST_READ_OVER / BLOCK;
        while (left > 0 && body.read(block) >= 0) {
            left--;
        }
    }

    private @Nullable String answered(HttpExchange exchange, String asked) throws IOException {
        if (asked.equals("upload")) {
            return ExploreJson.of("name", explorer.scratch().keep(name(exchange), exchange.getRequestBody()));
        }
        return switch (asked) {
            case "answer" -> {
                MapNode question = question(exchange);
                AskedDesign design = design(question, "design");
                yield questions.answer(tab(question), progress -> told(design, () -> answer(design, progress)));
            }
            case "certain" -> {
                MapNode question = question(exchange);
                AskedDesign design = design(question, "design");
                yield certain.answer(tab(question), progress -> told(design, () -> certain(design)));
            }
            case "why" -> {
                MapNode question = question(exchange);
                AskedDesign design = design(question, "design");
                String figure = text(question, "figure");
                yield questions.answer(
                        tab(question) + " why", progress -> told(design, () -> why(design, figure, progress)));
            }
            case "export" -> {
                MapNode question = question(exchange);
                AskedDesign design = design(question, "design");
                yield questions.answer(
                        tab(question) + " export", progress -> told(design, () -> export(question, design, progress)));
            }
            case "leave" -> {
                String tab = tab(question(exchange));
                questions.leave(tab);
                certain.leave(tab);
                questions.leave(tab + " why");
                yield ExploreJson.of("left", tab);
            }
            default -> null;
        };
    }

    /** Parameters are told also of a design to which the model says no. */
    private String answer(AskedDesign design, Progress progress) {
        Explorer.Resolved resolved = explorer.resolve(design);
        try {
            return ExploreJson.answer(explorer, resolved, explorer.answer(resolved.config(), progress), "");
        } catch (ModelSaysNo e) {
            return ExploreJson.answer(
                    explorer, resolved, null, explorer.scratch().told(String.valueOf(e.getMessage())));
        }
    }

    private String certain(AskedDesign design) {
        Explorer.Resolved resolved = explorer.resolve(design);
        return ExploreJson.certain(explorer.certain(resolved.config()), resolved.unset());
    }

    private String why(AskedDesign design, String figure, Progress progress) {
        return ExplanationJson.of(explorer.why(explorer.resolve(design).config(), figure, progress));
    }

    /** What is wrong with a design is told at its fields. */
    private String told(AskedDesign design, Supplier<String> work) {
        try {
            return work.get();
        } catch (BadInput e) {
            return ExploreJson.problems(e, design, explorer.scratch());
        }
    }

    private String export(MapNode question, AskedDesign design, Progress progress) {
        Explorer.Resolved resolved = explorer.resolve(design);
        String form = text(question, "form");
        String written =
                switch (form) {
                    case "chip.yaml" -> DesignExport.chip(resolved.config());
                    case "config.yaml" -> resolved.config().yaml();
                    case "command.sh" -> DesignExport.command(design);
                    case "sweep.yaml" -> Yaml.write(DesignExport.sweep(
                            question.get("pinned") == null ? design.unset() : design(question, "pinned"),
                            design,
                            stated(resolved)));
                    case "report.html" -> {
                        Answer answer = explorer.answer(resolved.config(), progress);
                        yield ReportPage.of(
                                answer.report(),
                                ChipSheet.of(answer.chip()),
                                resolved.config().yaml(),
                                explorer.unfolded(answer));
                    }
                    default -> throw new BadInput(
                            "form: expected chip.yaml, config.yaml, command.sh, sweep.yaml or report.html");
                };
        return ExploreJson.file(form, explorer.scratch().exported(written));
    }

    private static Map<String, String> stated(Explorer.Resolved resolved) {
        Map<String, String> stated = new HashMap<>();
        for (ParameterRow row : resolved.parameters()) {
            if (row.stated() != null) {
                stated.put(row.parameter().path(), row.stated());
            }
        }
        return stated;
    }

    /** JSON is YAML, and is read and bounded as that. */
    private static MapNode question(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_QUESTION + 1);
        if (bytes.length > LARGEST_QUESTION) {
            throw new BadInput("question: larger than " + (LARGEST_QUESTION >> 20) + " MiB");
        }
        if (Yaml.parse("question", new String(bytes, StandardCharsets.UTF_8)) instanceof MapNode question) {
            return question;
        }
        throw new BadInput("question: expected an object");
    }

    private static AskedDesign design(MapNode question, String key) {
        YamlNode sent = question.get(key);
        if (sent == null) {
            throw new BadInput(key + ": is missing");
        }
        return AskedDesign.of(sent);
    }

    private static String tab(MapNode question) {
        return text(question, "tab");
    }

    private static String text(MapNode question, String key) {
        if (question.get(key) instanceof ScalarNode text) {
            return text.text();
        }
        throw new BadInput(key + ": is missing");
    }

    private static String name(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null || !query.startsWith("name=")) {
            throw new BadInput("upload: expected ?name=FILE");
        }
        try {
            return URLDecoder.decode(query.substring("name=".length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput("upload: the name is not written as addresses are");
        }
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        exchange.sendResponseHeaders(code, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
