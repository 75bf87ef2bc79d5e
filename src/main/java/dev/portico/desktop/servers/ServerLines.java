package dev.portico.desktop.servers;

import dev.portico.desktop.importing.ImportModel;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.servers.ServersModel.Line;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.ServerUse;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.share.Server;

import java.util.ArrayList;
import java.util.List;

/// Puts the saved servers, and the practice server after them, into words for the list.
record ServerLines(Desk desk, SharesModel shares, ImportModel imports) {

    List<Line> now() {
        List<Line> now = new ArrayList<>();
        desk.store().settings().servers().forEach(server -> now.add(line(server)));
        now.add(practice());
        return now;
    }

    private Line line(Server server) {
        String address = server.user() + "@" + server.host();
        return line(server.name(), server.name(), address, server.legacy());
    }

    private Line practice() {
        Texts texts = desk.texts();
        return line(
                Server.PRACTICE,
                texts.of("server.practice.short"),
                texts.of("server.practice.address"),
                false);
    }

    private Line line(String name, String title, String address, boolean legacy) {
        ServerUse use = shares.use(name);
        Texts texts = desk.texts();
        String open =
                use.open() == 0 ? "" : texts.of("servers.open", "n", String.valueOf(use.open()));
        String all =
                use.shares() == 0
                        ? texts.of("servers.unused")
                        : texts.count("servers.shares", use.shares());
        String follows =
                desk.store().settings().link(name).map(it -> imports.follows(it.file())).orElse("");
        return new Line(name, title, address, use.mark(), all, open, legacy, follows);
    }
}
