package dev.portico.store;

import dev.portico.share.BadInput;
import dev.portico.share.Forward;
import dev.portico.share.HostKeys;
import dev.portico.share.PortRange;
import dev.portico.share.Ports;
import dev.portico.share.Proxy;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Way;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Settings from bytes. What is missing gets its usual value, what is not known is passed over, and
/// what is wrong makes the whole unfit: half-read settings would be saved as half.
final class SettingsJson {
    /// More than that is no settings file; it is not even read.
    static final int MOST_BYTES = 16 << 20;

    /// What Jackson adds for programmers says nothing here.
    private static final Pattern SOURCE = Pattern.compile(" \\(start marker at .*");

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// The file as a tree, before anything in it is understood.
    Fields parse(byte[] bytes) throws UnfitSettings {
        try {
            return Fields.of(mapper.readTree(bytes), "");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place =
                    at == null
                            ? ""
                            : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new UnfitSettings(
                    place + SOURCE.matcher(e.getOriginalMessage()).replaceAll(""), e);
        }
    }

    int version(Fields file) throws UnfitSettings {
        int version = file.integer("version", Settings.VERSION);
        if (version < 1) {
            throw new UnfitSettings("version " + version + " never was");
        }
        return version;
    }

    Settings settings(Fields file) throws UnfitSettings {
        List<Server> servers = file.objects("servers", SettingsJson::server);
        List<Share> shares = file.objects("shares", SettingsJson::share);
        WindowSettings window = file.object("window", SettingsJson::window, WindowSettings.DEFAULT);
        VisitorLogSettings log =
                file.object("visitorLog", SettingsJson::visitorLog, VisitorLogSettings.DEFAULT);
        List<ServerLink> links = file.objects("links", SettingsJson::link);
        int version = version(file);
        return file.made(() -> new Settings(version, servers, shares, window, log, links));
    }

    byte[] bytes(Settings settings) {
        return SettingsTree.bytes(mapper, settings);
    }

    byte[] bytes(Parcel parcel) {
        return SettingsTree.bytes(mapper, parcel);
    }

    List<Parcel.Change> changes(Server before, Server after) {
        return changes(
                SettingsTree.server(mapper.createObjectNode(), before),
                SettingsTree.server(mapper.createObjectNode(), after));
    }

    List<Parcel.Change> changes(Share before, Share after) {
        return changes(
                SettingsTree.share(mapper.createObjectNode(), before),
                SettingsTree.share(mapper.createObjectNode(), after));
    }

    private static List<Parcel.Change> changes(ObjectNode before, ObjectNode after) {
        Set<String> fields = new LinkedHashSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        return fields.stream()
                .filter(field -> !before.path(field).equals(after.path(field)))
                .map(it -> new Parcel.Change(it, text(before.path(it)), text(after.path(it))))
                .toList();
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isMissingNode() ? "" : node.toString();
    }

    private static Server server(Fields fields) throws UnfitSettings {
        String name = fields.needed("name");
        String host = fields.needed("host");
        int port = fields.integer("port", 22);
        var user = fields.text("user").orElse("");
        SignIn signIn = fields.object("signIn", SettingsJson::signIn, new SignIn.Automatic());
        HostKeys hostKeys = fields.object("hostKeys", SettingsJson::hostKeys, HostKeys.USUAL);
        var bind = fields.text("bind");
        var publicAddress = fields.text("publicAddress");
        var linkTemplate = linkTemplate(fields);
        var connectTimeout = fields.duration("connectTimeout", Server.CONNECT_TIMEOUT);
        var deadAfter = fields.duration("deadAfter", Server.DEAD_AFTER);
        List<String> jumps = fields.texts("jump");
        var proxy = fields.text("proxy");
        boolean legacy = fields.flag("legacy", false);
        var ports = fields.text("ports");
        return fields.made(
                () ->
                        new Server(
                                name,
                                host,
                                Ports.check(port),
                                user,
                                signIn,
                                hostKeys,
                                bind,
                                publicAddress,
                                linkTemplate,
                                connectTimeout,
                                deadAfter,
                                new Way(
                                        Way.jumps(String.join(",", jumps)),
                                        proxy.map(Proxy::parse)),
                                legacy,
                                ports.map(PortRange::parse)));
    }

    /// One that leads nowhere is left out: no reason to lose a file, and it was not always judged.
    private static Optional<String> linkTemplate(Fields fields) throws UnfitSettings {
        try {
            return fields.text("linkTemplate").map(Forward::checkedTemplate);
        } catch (BadInput _) {
            return Optional.empty();
        }
    }

    private static SignIn signIn(Fields fields) throws UnfitSettings {
        String by = fields.needed("by");
        return switch (by) {
            case "automatic" -> new SignIn.Automatic();
            case "agent" -> new SignIn.Agent();
            case "password" -> new SignIn.Password();
            case "keys" -> {
                List<String> files = fields.texts("files");
                yield fields.made(() -> new SignIn.KeyFiles(files.stream().map(Path::of).toList()));
            }
            default ->
                    throw new UnfitSettings(
                            fields.place()
                                    + ".by: \""
                                    + by
                                    + "\" is none of automatic, keys, agent, password");
        };
    }

    private static HostKeys hostKeys(Fields fields) throws UnfitSettings {
        var file = fields.text("file");
        boolean acceptNew = fields.flag("acceptNew", false);
        return fields.made(() -> new HostKeys(file.map(Path::of), acceptNew));
    }

    private static Share share(Fields fields) throws UnfitSettings {
        String name = fields.needed("name");
        String target = fields.needed("target");
        List<String> servers = fields.texts("servers");
        int port = fields.integer("port", 0);
        String bind = fields.text("bind").orElse("localhost");
        boolean allowWider = fields.flag("allowWider", false);
        String proxyHeader = fields.text("proxyHeader").orElse(ProxyHeader.NONE.text());
        boolean on = fields.flag("on", false);
        Map<String, Integer> lastPorts = fields.object("lastPorts", SettingsJson::ports, Map.of());
        List<String> blocked = fields.texts("blocked");
        String group = fields.text("group").orElse("");
        return fields.made(
                () ->
                        new Share(
                                name,
                                Target.parse(target),
                                servers,
                                port,
                                bind,
                                allowWider,
                                ProxyHeader.parse(proxyHeader),
                                on,
                                lastPorts,
                                blocked,
                                group));
    }

    private static ServerLink link(Fields fields) throws UnfitSettings {
        String server = fields.needed("server");
        String file = fields.needed("file");
        String alias = fields.needed("alias");
        List<String> gave = fields.texts("gave");
        return fields.made(() -> new ServerLink(server, Path.of(file), alias, gave));
    }

    private static Map<String, Integer> ports(Fields fields) throws UnfitSettings {
        Map<String, Integer> ports = new HashMap<>();
        for (String server : fields.object().propertyNames()) {
            int port = fields.integer(server, 0);
            ports.put(server, fields.made(() -> Ports.check(port)));
        }
        return ports;
    }

    private static VisitorLogSettings visitorLog(Fields fields) throws UnfitSettings {
        return new VisitorLogSettings(
                fields.flag("on", VisitorLogSettings.DEFAULT.on()),
                fields.integer("days", VisitorLogSettings.DEFAULT.days()),
                fields.flag("shortAddresses", VisitorLogSettings.DEFAULT.shortAddresses()));
    }

    private static WindowSettings window(Fields fields) throws UnfitSettings {
        return new WindowSettings(
                fields.number("x", 0),
                fields.number("y", 0),
                fields.number("width", 0),
                fields.number("height", 0),
                fields.flag("maximized", false),
                fields.text("theme").orElse(WindowSettings.SYSTEM),
                fields.text("language").orElse(WindowSettings.SYSTEM),
                fields.text("lastServer").orElse(""),
                fields.object("table", SettingsJson::table, TableSettings.DEFAULT),
                fields.text("page").orElse(WindowSettings.SHARES),
                fields.object("details", SettingsJson::details, DetailsSettings.DEFAULT));
    }

    private static DetailsSettings details(Fields fields) throws UnfitSettings {
        return new DetailsSettings(fields.flag("folded", false), fields.number("height", 0));
    }

    private static TableSettings table(Fields fields) throws UnfitSettings {
        return new TableSettings(
                fields.texts("hidden"),
                fields.text("sortBy").orElse(""),
                fields.flag("descending", false));
    }
}
