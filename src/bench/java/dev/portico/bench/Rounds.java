package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Measures the rows of one stage, all contenders in each round, another one first each time.
final class Rounds implements AutoCloseable {
    private static final int CONNECTIONS_PER_300_MEGABYTES = 2_000;

    private final Settings settings;
    private final Stage stage;
    private final Way way;
    private final Service service;
    private final Visitors visitors;
    private final Path folder;
    private final Results results;
    private final Map<Contender, Client> clients = new EnumMap<>(Contender.class);

    Rounds(
            Settings settings,
            Stage stage,
            Way way,
            Service service,
            Visitors visitors,
            Path folder,
            Results results) {
        this.settings = settings;
        this.stage = stage;
        this.way = way;
        this.service = service;
        this.visitors = visitors;
        this.folder = folder;
        this.results = results;
    }

    void measure(List<Row> rows) throws IOException, InterruptedException {
        for (int round = 0; round < settings.rounds(); round++) {
            for (Row row : rows) {
                List<Contender> order = new ArrayList<>(List.of(Contender.values()));
                Collections.rotate(order, -round);
                for (Contender contender : order) {
                    measure(row, contender, round);
                }
            }
        }
    }

    private void measure(Row row, Contender contender, int round)
            throws IOException, InterruptedException {
        String what = row.id() + " " + contender.label() + " round " + (round + 1) + ": ";
        try {
            Reading reading = row.measurement().take(client(contender), visitors);
            results.add(row, contender, round, reading);
            System.out.println(what + reading);
        } catch (Unmeasured e) {
            results.failed(row, contender, round, e.getMessage());
            System.out.println(what + "failed: " + e.getMessage());
            drop(contender);
        }
        if (stage.isCold()) {
            drop(contender);
        }
    }

    private Client client(Contender contender)
            throws IOException, Unmeasured, InterruptedException {
        Client client = clients.get(contender);
        if (client == null || !client.isAlive()) {
            client = new Client(contender, way, service, settings, folder);
            clients.put(contender, client);
            if (!stage.isCold()) {
                warmUp(client);
            }
        }
        return client;
    }

    /// What a program learns while it runs shall not be part of any measurement but the cold ones.
    private void warmUp(Client client) throws Unmeasured, InterruptedException {
        int megabytes =
                stage.roundTripMillis() == 0
                        ? settings.warmUp()
                        : Math.max(1, settings.warmUp() / 4);
        visitors.order(client.main(), "down 2 " + megabytes);
        visitors.order(client.main(), "up 2 " + megabytes);
        if (stage == Stage.AES) {
            int connections = Math.max(8, settings.warmUp() * CONNECTIONS_PER_300_MEGABYTES / 300);
            visitors.order(client.main(), "connect 8 " + connections);
            visitors.order(client.web(), "http 32 1");
        }
    }

    private void drop(Contender contender) {
        Client client = clients.remove(contender);
        if (client != null) {
            client.close();
        }
    }

    @Override
    public void close() {
        clients.values().forEach(Client::close);
    }
}
