package mho.core.engine;

import java.util.Arrays;

/**
 * Which windows may start. Everything follows from three counters that only grow: windows started and windows arrived of
 * each stage, and producer windows released of each edge, all counted over all images.
 */
final class FlowControl {
    private int images;
    // Images that have come, and no more than there are: those from here on cannot start.
    private int available;
    private boolean closed;
    private int imagesFinished;
    private final int[][] edgesInto;
    private final int[][] edgesOutOf;
    private final int[] edgeProducer;
    private final int[] edgeConsumer;
    private final int[][] edgeLastNeeded;
    private final int[][] edgeKeptFrom;
    private final int[] edgeCapacity;
    // Producer windows of all images before the one that the consumer's next window to start needs, its next to arrive
    // releases; negative where the edge lags and that is none.
    private final long[] neededBefore;
    private final long[] releasedBefore;
    private final int[] windows;
    private final int[] slots;

    private final long[] started;
    private final long[] arrived;
    private final long[] released;
    private final int[] inSlots;
    // The next window to start, and the next to arrive, as image and window.
    private final int[] startImage;
    private final int[] startWindow;
    private final int[] arriveImage;
    private final int[] arriveWindow;
    private final OutOfOrderWindows[] done;
    private final int[] peakHeld;

    FlowControl(Model model, int images) {
        this.images = images;
        available = images;
        edgesInto = model.edgesInto;
        edgesOutOf = model.edgesOutOf;
        edgeProducer = model.edgeProducer;
        edgeConsumer = model.edgeConsumer;
        edgeLastNeeded = model.edgeLastNeeded;
        edgeKeptFrom = model.edgeKeptFrom;
        edgeCapacity = model.edgeCapacity;
        windows = model.stageWindows;
        neededBefore = new long[model.edges()];
        Arrays.setAll(neededBefore, e -> -(long) model.edgeLag[e] * windows[model.edgeProducer[e]]);
        releasedBefore = neededBefore.clone();
        slots = model.stageSlots;
        int stages = model.stages();
        started = new long[stages];
        arrived = new long[stages];
        released = new long[model.edges()];
        inSlots = new int[stages];
        startImage = new int[stages];
        startWindow = new int[stages];
        arriveImage = new int[stages];
        arriveWindow = new int[stages];
        done = new OutOfOrderWindows[stages];
        Arrays.setAll(done, s -> new OutOfOrderWindows());
        peakHeld = new int[model.edges()];
    }

    boolean mayStart(int stage) {
        if (startImage[stage] >= available || slots[stage] != 0 && inSlots[stage] == slots[stage]) {
            return false;
        }
        for (int edge : edgesInto[stage]) {
            if (lacksInput(edge)) {
                return false;
            }
        }
        for (int edge : edgesOutOf[stage]) {
            if (lacksRoom(edge)) {
                return false;
            }
        }
        return true;
    }

    /** Has the consumer's next window not got all it needs over this edge? */
    boolean lacksInput(int edge) {
        return arrived[edgeProducer[edge]] < needed(edge);
    }

    /** Producer windows that must have arrived for the consumer's next window, over all images; none if negative. */
    long needed(int edge) {
        int last = edgeLastNeeded[edge][startWindow[edgeConsumer[edge]]];
        return last < 0 ? 0 : neededBefore[edge] + last + 1;
    }

    /** Is there no room over this edge for the producer's next window? */
    boolean lacksRoom(int edge) {
        return held(edge) >= edgeCapacity[edge];
    }

    /** Producer windows that take room: started, and not both arrived and released. */
    long held(int edge) {
        int producer = edgeProducer[edge];
        return started[producer] - Math.min(released[edge], arrived[producer]);
    }

    /** The next window of the stage starts. */
    void start(int stage) {
        done[stage].span(arrived[stage], started[stage] + 1);
        started[stage]++;
        inSlots[stage]++;
        if (++startWindow[stage] == windows[stage]) {
            startWindow[stage] = 0;
            startImage[stage]++;
            for (int edge : edgesInto[stage]) {
                neededBefore[edge] += windows[edgeProducer[edge]];
            }
        }
        for (int edge : edgesOutOf[stage]) {
            peakHeld[edge] = (int) Math.max(peakHeld[edge], held(edge));
        }
    }

    void freeSlot(int stage) {
        inSlots[stage]--;
    }

    /** A window is done; returns whether windows arrived by it, and with them releases what they release. */
    boolean done(int stage, int image, int window) {
        if (window != arriveWindow[stage] || image != arriveImage[stage]) {
            done[stage].add((long) image * windows[stage] + window);
            return false;
        }
        do {
            arrived[stage]++;
            if (++arriveWindow[stage] == windows[stage]) {
                arriveWindow[stage] = 0;
                arriveImage[stage]++;
                releaseImage(stage);
            }
        } while (arrived[stage] < started[stage] && done[stage].remove(arrived[stage]));
        for (int edge : edgesInto[stage]) {
            release(edge, arriveWindow[stage]);
        }
        return true;
    }

    /** All consumer windows before this one of its image have arrived: releases the producer windows they were the last to need. */
    private void release(int edge, int window) {
        int kept = window == 0 ? 0 : edgeKeptFrom[edge][window - 1];
        released[edge] = Math.max(0, releasedBefore[edge] + kept);
    }

    /** One more image has arrived whole; once the last has, nobody will need what an edge that lags still holds. */
    private void releaseImage(int stage) {
        int image = arriveImage[stage];
        for (int edge : edgesInto[stage]) {
            int ofProducer = windows[edgeProducer[edge]];
            releasedBefore[edge] = image == images ? (long) image * ofProducer : releasedBefore[edge] + ofProducer;
        }
    }

    /** So many images have come, in all. */
    void available(int come) {
        available = Math.min(images, come);
    }

    /** Images there are, or may still be. */
    int images() {
        return images;
    }

    /** No more images than those that have begun, and one more so that no stage is past the last of them. */
    void close() {
        closed = true;
        int begun = 0;
        for (int image : startImage) {
            begun = Math.max(begun, image + 1);
        }
        images = Math.min(images, begun);
        available = Math.min(available, images);
    }

    /** Images begun, with parts, in the stage that is furthest ahead. */
    double begun() {
        return begunImages() + begunPart();
    }

    /** Images whose windows have all started in the stage that is furthest ahead. */
    int begunImages() {
        int most = 0;
        for (int image : startImage) {
            most = Math.max(most, image);
        }
        return most;
    }

    /** The part that has started, in the stage furthest ahead, of the image behind those. */
    double begunPart() {
        int images = begunImages();
        double most = 0;
        for (int stage = 0; stage < windows.length; stage++) {
            if (startImage[stage] == images) {
                most = Math.max(most, (double) startWindow[stage] / windows[stage]);
            }
        }
        return most;
    }

    boolean closed() {
        return closed;
    }

    /** Whether the window that arrived last was an image's last. */
    boolean betweenImages(int stage) {
        return arriveWindow[stage] == 0;
    }

    /** Steps on to the next image if every stage is done with it. */
    boolean oneMoreFinished() {
        for (int arrivedAt : arriveImage) {
            if (arrivedAt <= imagesFinished) {
                return false;
            }
        }
        imagesFinished++;
        return true;
    }

    /** Images that every stage is done with, as far as {@link #oneMoreFinished} has stepped. */
    int imagesFinished() {
        return imagesFinished;
    }

    boolean allStarted(int stage) {
        return startImage[stage] == images;
    }

    boolean finished(int stage) {
        return arriveImage[stage] == images;
    }

    /** Images of which the stage has started a window. */
    int imagesBegun(int stage) {
        return startImage[stage] + (startWindow[stage] > 0 ? 1 : 0);
    }

    /** Images that have arrived whole. */
    int imagesArrived(int stage) {
        return arriveImage[stage];
    }

    /** Where every stage stands, relative to the images finished. */
    void writePlaces(StateWords to) {
        for (int stage = 0; stage < windows.length; stage++) {
            to.add(startImage[stage] - imagesFinished);
            to.add(startWindow[stage]);
            to.add(arriveImage[stage] - imagesFinished);
            to.add(arriveWindow[stage]);
            to.add(inSlots[stage]);
        }
    }

    /** What is done before its turn to arrive, and what is released; all else follows from the places. */
    void writeRest(StateWords to) {
        for (int stage = 0; stage < windows.length; stage++) {
            done[stage].write(to, arrived[stage], started[stage]);
        }
        for (int edge = 0; edge < released.length; edge++) {
            to.add(released[edge] - (long) imagesFinished * windows[edgeProducer[edge]]);
        }
    }

    /** Moves on to the same state so many images further; the most that buffers held stays. */
    void moveOn(int further) {
        for (int stage = 0; stage < windows.length; stage++) {
            long by = (long) further * windows[stage];
            done[stage].moveOn(arrived[stage], started[stage], by);
            started[stage] += by;
            arrived[stage] += by;
            startImage[stage] += further;
            arriveImage[stage] += further;
        }
        for (int edge = 0; edge < released.length; edge++) {
            long by = (long) further * windows[edgeProducer[edge]];
            released[edge] += by;
            neededBefore[edge] += by;
            releasedBefore[edge] += by;
        }
        imagesFinished += further;
    }

    /** Image of the window that starts next. */
    int nextImage(int stage) {
        return startImage[stage];
    }

    /** The window that starts next. */
    int nextWindow(int stage) {
        return startWindow[stage];
    }

    /** Windows that have started and not arrived. */
    long underWay(int stage) {
        return started[stage] - arrived[stage];
    }

    long arrived(int stage) {
        return arrived[stage];
    }

    long released(int edge) {
        return released[edge];
    }

    int peakHeld(int edge) {
        return peakHeld[edge];
    }
}
