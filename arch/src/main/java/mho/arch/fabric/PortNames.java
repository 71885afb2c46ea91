package mho.arch.fabric;

/** What links and ports of routers are called. */
final class PortNames {
    private final Attachments ends;

    PortNames(Attachments ends) {
        this.ends = ends;
    }

    String of(Hop link) {
        return "chip" + link.chip() + ".mesh" + ends.routes().at(link.from()) + "-"
                + ends.routes().at(link.to());
    }

    String of(Port port) {
        int end = port.end();
        return "chip" + port.chip() + ".mesh " + (port.outwards() ? "to" : "from")
                + (end >= 0
                        ? " tile[" + end + "]"
                        : " link interface " + ends.routes().at(ends.router(end)));
    }
}
