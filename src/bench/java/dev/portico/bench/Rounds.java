package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Measures the rows of one stage, all contenders in each round, another one first each time.
final class Rounds implements AutoCloseable {
    private final Settings settings;
    private final Stage stage;
    private final Way way;
    private final Service service;
    private final Visitors visitors;
    private final Path folder;
    private final Results results;
    private final Map<Contender, Client> clients = new EnumMap<>(Contender.class);
    private final Map<Contender, WarmUp> warmUps = new EnumMap<>(Contender.class);

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
        if (!stage.isCold()) {
            for (Row row : rows) {
                prepare(row);
            }
        }
        for (int round = 0; round < settings.rounds(); round++) {
            for (Row row : rows) {
                for (Contender contender : RoundOrder.of(round)) {
                    measure(row, contender, round);
                }
            }
        }
    }

    /// All are there and warm before one of them is measured.
    private void prepare(Row row) throws IOException, InterruptedException {
        for (Contender contender : Contender.values()) {
            try {
                warm(row, contender);
            } catch (Unmeasured e) {
                System.out.println(contender.label() + " does not get warm: " + e.getMessage());
                drop(contender); // and is tried again, and counted, when its turn comes
            }
        }
    }

    private Client warm(Row row, Contender contender)
            throws IOException, Unmeasured, InterruptedException {
        Client client = client(contender);
        WarmUp warmUp = warmUps.get(contender);
        if (warmUp != null) {
            warmUp.before(row);
        }
        return client;
    }

    private void measure(Row row, Contender contender, int round)
            throws IOException, InterruptedException {
        String what = row.id() + " " + contender.label() + " round " + (round + 1) + ": ";
        try {
            Reading reading = row.measurement().take(warm(row, contender), visitors);
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
            warmUps.remove(contender);
            if (!stage.isCold()) {
                WarmUp warmUp = new WarmUp(settings, stage, client, visitors);
                warmUps.put(contender, warmUp);
                warmUp.beforeAll();
            }
        }
        return client;
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
