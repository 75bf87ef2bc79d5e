package dev.portico.bench;

import java.io.IOException;

/// The visitor's process, started again whenever it does not answer in time.
final class Visitors implements AutoCloseable {
    private final Service service;
    private final WebTools tools;
    private Peer peer = new Peer("visitor");

    Visitors(Service service, WebTools tools) {
        this.service = service;
        this.tools = tools;
    }

    Reading order(int port, String order) throws Unmeasured, InterruptedException {
        boolean answered = false;
        try {
            peer.say(port + " " + order);
            String line = peer.line(Settings.PATIENCE);
            answered = true;
            return Reading.parse(line);
        } finally {
            if (!answered) {
                peer.close();
                peer = new Peer("visitor");
            }
        }
    }

    /// Requests per second of the shared web server.
    Reading http(Client client, Load load) throws Unmeasured, InterruptedException {
        return tools.wrk().isPresent()
                ? tools.wrk().get().run(client.web(), load)
                : order(client.web(), load.order());
    }

    /// All visitors leave, and the service lets go of those that it left waiting.
    void release(int port) throws Unmeasured, InterruptedException {
        order(port, "release 0 0");
        try (Talk talk = new Talk(service.main())) {
            talk.say("RELEASE");
            talk.line();
        } catch (IOException e) {
            throw new Unmeasured("the service does not answer: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
