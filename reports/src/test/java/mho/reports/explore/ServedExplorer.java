package mho.reports.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;

/** A server that tests ask as a page would. */
final class ServedExplorer implements AutoCloseable {
    /** Of an uploaded file. */
    static final long LARGEST = 2_000_000;

    private static final ObjectMapper READER = new ObjectMapper();

    private final ExploreServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServedExplorer(ExploreServer server) {
        this.server = server;
    }

    /** @param design as JSON */
    static ServedExplorer of(String design) {
        MapNode sent = (MapNode) Yaml.parse("test", design);
        return new ServedExplorer(ExploreServer.start(AskedDesign.of(sent), 0, LARGEST));
    }

    String address() {
        return server.address();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> post(String what, String body) {
        return send(request(what).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What comes back, as JSON. */
    JsonNode ask(String what, String question) {
        return json(post(what, question).body());
    }

    JsonNode answer(String design) {
        return ask("answer", "{\"tab\": \"t\", \"design\": " + design + "}");
    }

    String export(String form, String design) {
        return ask("export", "{\"tab\": \"t\", \"form\": \"" + form + "\", \"design\": " + design + "}")
                .at("/text")
                .asText();
    }

    JsonNode upload(String name, String content) {
        return ask("upload?name=" + name, content);
    }

    JsonNode upload(Path file) throws IOException {
        HttpRequest.Builder sent = request("upload?name=" + file.getFileName());
        return json(send(sent.POST(HttpRequest.BodyPublishers.ofFile(file))).body());
    }

    static JsonNode json(String text) {
        try {
            return READER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure of an answer. */
    static double figure(JsonNode answer, String key) {
        for (JsonNode figure : answer.at("/figures")) {
            if (figure.at("/key").asText().equals(key)) {
                return figure.at("/value").asDouble();
            }
        }
        throw new AssertionError("no " + key + " in " + answer);
    }

    @Override
    public void close() {
        server.close();
    }
}
