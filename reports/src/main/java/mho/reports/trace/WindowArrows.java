package mho.reports.trace;

import java.util.Arrays;
import mho.core.engine.Model;
import org.jspecify.annotations.Nullable;

/**
 * An arrow to the first span of every window, along every edge, from the last of the windows that it needs: from the one of its spans that ends
 * last. What is kept is a place for each window of one image.
 */
final class WindowArrows {
    private static final int NONE = -1;

    private final Model model;
    private final FlowArrows arrows;
    private final int[][] edgesInto;
    /** By stage and window: the image it was seen in last, and there the span that ends last, null if it is not in the file. */
    private final int[][] image;

    private final @Nullable SpanPlace[][] last;

    WindowArrows(Model model, FlowArrows arrows) {
        this.model = model;
        this.arrows = arrows;
        edgesInto = new int[model.stages()][0];
        image = new int[model.stages()][];
        last = new SpanPlace[model.stages()][];
        for (int stage = 0; stage < model.stages(); stage++) {
            image[stage] = new int[model.windowsPerImage(stage)];
            Arrays.fill(image[stage], NONE);
            last[stage] = new SpanPlace[model.windowsPerImage(stage)];
        }
        for (int edge = 0; edge < model.edges(); edge++) {
            int stage = model.consumer(edge);
            edgesInto[stage] = Arrays.copyOf(edgesInto[stage], edgesInto[stage].length + 1);
            edgesInto[stage][edgesInto[stage].length - 1] = edge;
        }
    }

    /** Tells of every span, in order. @param place null if it is not in the file */
    void span(int stage, int ofImage, int window, @Nullable SpanPlace place) {
        if (image[stage][window] != ofImage) {
            image[stage][window] = ofImage;
            last[stage][window] = place;
            if (place != null) {
                lead(stage, ofImage, window, place);
            }
            return;
        }
        SpanPlace before = last[stage][window];
        if (place != null && (before == null || place.end() >= before.end())) {
            last[stage][window] = place;
        }
    }

    private void lead(int stage, int ofImage, int window, SpanPlace to) {
        for (int edge : edgesInto[stage]) {
            int producer = model.producer(edge);
            int needed = model.lastNeeded(edge, window);
            SpanPlace from = needed < 0 || image[producer][needed] != ofImage ? null : last[producer][needed];
            if (from != null) {
                arrows.write(edge, "window", from, to);
            }
        }
    }
}
