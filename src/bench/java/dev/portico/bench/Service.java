package dev.portico.bench;

/// The service's process and the ports that are shared.
record Service(Peer peer, int main, int other, int web) implements AutoCloseable {

    /// @param tools serve the web where they can
    static Service start(WebTools tools) throws Unmeasured, InterruptedException {
        Peer peer = new Peer("service");
        String[] ports = peer.line(Settings.PATIENCE).split(" ");
        return new Service(
                peer,
                Integer.parseInt(ports[0]),
                Integer.parseInt(ports[1]),
                tools.nginx().map(Nginx::port).orElse(Integer.valueOf(ports[2])));
    }

    @Override
    public void close() {
        peer.close();
    }
}
