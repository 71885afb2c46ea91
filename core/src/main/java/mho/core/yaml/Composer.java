package mho.core.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree from the parser's events, within limits: a file must not cost more than its size (aliases that multiply), nor
 * the stack (deep nesting, aliases to an ancestor).
 */
final class Composer {
    static final int MOST_CHARACTERS = 4 << 20;
    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 64;
    /** A text is shown, stored and compared many times over; sources and descriptions have some hundred letters. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final int LONGEST_KEY = 100; // YAML's limit is 1024 as written, and an escape takes up to ten

    private final String file;
    private final @Nullable Mark fixedMark;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;

    /** An anchored node and what it adds wherever it is repeated; without a node while it is still being read. */
    private record Anchored(@Nullable YamlNode node, int size, int height) {}

    private Composer(String file, @Nullable Mark fixedMark, String text) {
        this.file = file;
        this.fixedMark = fixedMark;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    static YamlNode compose(String file, String text) {
        return compose(file, null, text);
    }

    /** For a text that is not in a file: every node has the same mark. */
    static YamlNode compose(Mark mark, String text) {
        return compose(mark.file(), mark, text);
    }

    private static YamlNode compose(String file, @Nullable Mark fixedMark, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw tooLarge(Mark.of(file));
        }
        String body = text.startsWith("\ufeff") ? text.substring(1) : text;
        try {
            return new Composer(file, fixedMark, body).document();
        } catch (YamlEngineException e) {
            throw BrokenYaml.told(e, file, fixedMark, body);
        }
    }

    static BadInput tooLarge(Mark mark) {
        return BadInput.at(mark, "larger than " + (MOST_CHARACTERS >> 20) + " MiB, too large for a configuration file");
    }

    private YamlNode document() {
        next(); // stream start
        if (next().getEventId() == Event.ID.StreamEnd) {
            throw empty();
        }
        YamlNode root = node(next(), Path.ROOT, 1);
        next(); // document end
        Event last = next();
        if (last.getEventId() != Event.ID.StreamEnd) {
            throw BadInput.at(mark(last), "a second document begins here, keep one to a file");
        }
        if (root.isNull() && fixedMark == null) {
            throw empty();
        }
        return root;
    }

    private BadInput empty() {
        return fixedMark == null
                ? BadInput.at(Mark.of(file), "the file is empty, expected a mapping such as \"name: value\"")
                : BadInput.at(fixedMark, "no value, write null to mean that");
    }

    private Event next() {
        return events.next();
    }

    private Mark mark(Event event) {
        return fixedMark != null
                ? fixedMark
                : event.getStartMark().map(m -> BrokenYaml.mark(file, m)).orElse(Mark.of(file));
    }

    private YamlNode node(Event event, Path path, int depth) {
        count(event, path, 1);
        checkDepth(event, depth);
        if (event instanceof AliasEvent alias) {
            return repeated(alias, path, depth);
        }
        Optional<Anchor> anchor = event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0, 0)));
        int before = nodes;
        YamlNode node = content(event, path, depth);
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, nodes - before, height(node))));
        return node;
    }

    private YamlNode content(Event event, Path path, int depth) {
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag(), path);
            if (scalar.getValue().length() > LONGEST_TEXT) {
                throw BadInput.at(
                        mark(event),
                        path.toString(),
                        "a text of %,d letters, more than the %,d one may have"
                                .formatted(scalar.getValue().length(), LONGEST_TEXT));
            }
            return new ScalarNode(mark(event), scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
        }
        if (event instanceof CollectionStartEvent start) {
            refuseTag(event, start.getTag(), path);
        }
        return event.getEventId() == Event.ID.SequenceStart ? list(event, path, depth) : map(event, path, depth);
    }

    private ListNode list(Event start, Path path, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, path.index(items.size()), depth + 1));
        }
        return new ListNode(mark(start), items);
    }

    private MapNode map(Event start, Path path, int depth) {
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            String key = key(event, path);
            Mark keyMark = mark(event);
            MapNode.Entry first = entries.get(key);
            if (first != null) {
                String where = first.keyMark().line() == 0
                        ? ""
                        : ", first in line " + first.keyMark().line();
                throw BadInput.at(keyMark, path.key(key).toString(), "this key appears twice" + where + ", keep one");
            }
            entries.put(key, new MapNode.Entry(keyMark, node(next(), path.key(key), depth + 1)));
        }
        return new MapNode(mark(start), entries);
    }

    private String key(Event event, Path path) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw BadInput.at(mark(event), path.toString(), "a key must be a plain name, not a mapping, list or alias");
        }
        refuseTag(event, scalar.getTag(), path);
        if (scalar.getAnchor().isPresent()) {
            throw BadInput.at(mark(event), path.toString(), "a key cannot carry an anchor, remove it");
        }
        if (scalar.getValue().isEmpty()) {
            throw BadInput.at(mark(event), path.toString(), "a key is missing before the colon");
        }
        if (scalar.getValue().length() > LONGEST_KEY) {
            throw BadInput.at(
                    mark(event), path.toString(), "a key of more than " + LONGEST_KEY + " characters, shorten it");
        }
        return scalar.getValue();
    }

    private void refuseTag(Event event, Optional<String> tag, Path path) {
        tag.ifPresent(name -> {
            throw BadInput.at(
                    mark(event), path.toString(), "tags have no meaning here, remove " + MessageText.quoted(name));
        });
    }

    private YamlNode repeated(AliasEvent alias, Path path, int depth) {
        Anchored anchored = anchors.get(alias.getAlias());
        String name = MessageText.plain(alias.getAlias().getValue());
        if (anchored == null) {
            throw BadInput.at(
                    mark(alias), path.toString(), "*" + name + " repeats nothing, no &" + name + " stands before it");
        }
        YamlNode node = anchored.node;
        if (node == null) {
            throw BadInput.at(mark(alias), path.toString(), "*" + name + " repeats a part that contains it, remove it");
        }
        count(alias, path, anchored.size);
        checkDepth(alias, depth + anchored.height - 1);
        return node;
    }

    private void count(Event event, Path path, int added) {
        nodes += added;
        if (nodes > MOST_NODES) {
            throw BadInput.at(
                    mark(event),
                    path.toString(),
                    "more than " + MOST_NODES + " values, aliases written out; too many for a configuration file");
        }
    }

    private void checkDepth(Event event, int depth) {
        if (depth > DEEPEST) {
            throw BadInput.at(mark(event), "nested deeper than " + DEEPEST + " levels, flatten the file");
        }
    }

    private static int height(YamlNode node) {
        int below = 0;
        if (node instanceof ListNode list) {
            for (YamlNode item : list.items()) {
                below = Math.max(below, height(item));
            }
        } else if (node instanceof MapNode map) {
            for (MapNode.Entry entry : map.entries().values()) {
                below = Math.max(below, height(entry.value()));
            }
        }
        return below + 1;
    }
}
