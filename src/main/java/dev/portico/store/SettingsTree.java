package dev.portico.store;

import dev.portico.share.HostKeys;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.Share;
import dev.portico.share.SignIn;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// Settings as bytes: always in the same order, so that two versions can be compared by eye. What
/// was never set is left out.
final class SettingsTree {
    private SettingsTree() {}

    static byte[] bytes(JsonMapper mapper, Settings settings) {
        ObjectNode file = mapper.createObjectNode();
        file.put("version", settings.version());
        ArrayNode servers = file.putArray("servers");
        settings.servers().forEach(server -> server(servers.addObject(), server));
        ArrayNode shares = file.putArray("shares");
        settings.shares().forEach(share -> share(shares.addObject(), share));
        window(file.putObject("window"), settings.window());
        if (!settings.visitorLog().equals(VisitorLogSettings.DEFAULT)) {
            visitorLog(file.putObject("visitorLog"), settings.visitorLog());
        }
        if (!settings.links().isEmpty()) {
            ArrayNode links = file.putArray("links");
            settings.links().forEach(link -> link(links.addObject(), link));
        }
        return written(mapper, file);
    }

    private static byte[] written(JsonMapper mapper, ObjectNode file) {
        String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(file);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Without what no other computer needs to be told.
    static byte[] bytes(JsonMapper mapper, Parcel parcel) {
        ObjectNode file = mapper.createObjectNode();
        file.put("version", Settings.VERSION);
        ArrayNode servers = file.putArray("servers");
        parcel.servers().forEach(server -> server(servers.addObject(), server));
        ArrayNode shares = file.putArray("shares");
        parcel.shares().forEach(share -> share(shares.addObject(), share).remove("on"));
        return written(mapper, file);
    }

    static ObjectNode server(ObjectNode node, Server server) {
        node.put("name", server.name());
        node.put("host", server.host());
        node.put("port", server.port());
        node.put("user", server.user());
        signIn(node.putObject("signIn"), server.signIn());
        if (!server.hostKeys().equals(HostKeys.USUAL)) {
            hostKeys(node.putObject("hostKeys"), server.hostKeys());
        }
        server.bind().ifPresent(bind -> node.put("bind", bind));
        server.publicAddress().ifPresent(address -> node.put("publicAddress", address));
        server.linkTemplate().ifPresent(template -> node.put("linkTemplate", template));
        node.put("connectTimeout", server.connectTimeout().toString());
        node.put("deadAfter", server.deadAfter().toString());
        if (!server.way().jumps().isEmpty()) {
            ArrayNode jump = node.putArray("jump");
            server.way().jumps().forEach(jump::add);
        }
        server.way().proxy().ifPresent(proxy -> node.put("proxy", proxy.text()));
        if (server.legacy()) {
            node.put("legacy", true);
        }
        server.ports().ifPresent(ports -> node.put("ports", ports.text()));
        return node;
    }

    private static void signIn(ObjectNode node, SignIn signIn) {
        switch (signIn) {
            case SignIn.Automatic _ -> node.put("by", "automatic");
            case SignIn.Agent _ -> node.put("by", "agent");
            case SignIn.Password _ -> node.put("by", "password");
            case SignIn.KeyFiles keys -> {
                node.put("by", "keys");
                ArrayNode files = node.putArray("files");
                keys.paths().forEach(path -> files.add(path.toString()));
            }
        }
    }

    private static void hostKeys(ObjectNode node, HostKeys hostKeys) {
        hostKeys.file().ifPresent(file -> node.put("file", file.toString()));
        node.put("acceptNew", hostKeys.acceptNew());
    }

    static ObjectNode share(ObjectNode node, Share share) {
        node.put("name", share.name());
        node.put("target", share.target().text());
        ArrayNode servers = node.putArray("servers");
        share.servers().forEach(servers::add);
        node.put("port", share.port());
        node.put("bind", share.bind());
        node.put("allowWider", share.allowWider());
        node.put("proxyHeader", share.proxyHeader().text());
        node.put("on", share.on());
        if (!share.lastPorts().isEmpty()) {
            ObjectNode ports = node.putObject("lastPorts");
            new TreeMap<>(share.lastPorts()).forEach(ports::put);
        }
        if (!share.blocked().isEmpty()) {
            ArrayNode blocked = node.putArray("blocked");
            share.blocked().forEach(blocked::add);
        }
        if (!share.group().isEmpty()) {
            node.put("group", share.group());
        }
        return node;
    }

    private static void link(ObjectNode node, ServerLink link) {
        node.put("server", link.server());
        node.put("file", link.file().toString());
        node.put("alias", link.alias());
        ArrayNode gave = node.putArray("gave");
        link.gave().forEach(gave::add);
    }

    private static void visitorLog(ObjectNode node, VisitorLogSettings log) {
        node.put("on", log.on());
        node.put("days", log.days());
        node.put("shortAddresses", log.shortAddresses());
    }

    private static void window(ObjectNode node, WindowSettings window) {
        node.put("x", window.x());
        node.put("y", window.y());
        node.put("width", window.width());
        node.put("height", window.height());
        node.put("maximized", window.maximized());
        node.put("theme", window.theme());
        node.put("language", window.language());
        node.put("lastServer", window.lastServer());
        if (!window.table().equals(TableSettings.DEFAULT)) {
            table(node.putObject("table"), window.table());
        }
        if (!window.page().equals(WindowSettings.SHARES)) {
            node.put("page", window.page());
        }
        if (!window.details().equals(DetailsSettings.DEFAULT)) {
            ObjectNode details = node.putObject("details");
            details.put("folded", window.details().folded());
            details.put("height", window.details().height());
        }
    }

    private static void table(ObjectNode node, TableSettings table) {
        ArrayNode hidden = node.putArray("hidden");
        table.hidden().forEach(hidden::add);
        node.put("sortBy", table.sortBy());
        node.put("descending", table.descending());
    }
}
