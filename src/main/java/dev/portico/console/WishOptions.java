package dev.portico.console;

import dev.portico.interop.RemoteText;
import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Plain;
import dev.portico.share.Ports;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.Share;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to be shared, and how it is to be seen from outside.
final class WishOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description =
                    "PORT, HOST:PORT, [IPV6]:PORT, unix:/PATH, or as for ssh -R"
                            + " ([bind:]port:host:hostport).")
    private List<String> targets = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Port on the server; 0 (the default) lets the server choose. With several"
                            + " targets only 0.")
    private @Nullable String port;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description =
                    "Who can open it: '' or '*' everyone, localhost only on the server, or one"
                            + " address. Default: as saved for the server, else localhost.")
    private @Nullable String bind;

    @Option(
            names = "--allow-wider",
            description = "Stay open when the server opens it to more people than asked.")
    private boolean allowWider;

    @Option(
            names = "--proxy-protocol",
            paramLabel = "v1|v2",
            description =
                    "Tell the target each visitor's address by a PROXY protocol header. Only for a"
                            + " target that expects it.")
    private @Nullable String proxyProtocol;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "Name of the share; the target's port when not given.")
    private @Nullable String name;

    /// Refuses what does not go together, before anything is opened.
    void check() {
        List<RemoteText> texts = texts();
        usualBind();
        if (name != null && !Plain.isName(name)) {
            throw new BadInput("input.share.name-wrong");
        }
        proxyHeader(); // refuses what it does not know
        if ((port != null || bind != null) && texts.stream().anyMatch(RemoteText::isRemote)) {
            throw new WrongUsage("console.usage.port-beside-r");
        }
        if (texts.size() > 1 && portOr(0) != 0) {
            throw new WrongUsage("console.usage.several-targets");
        }
    }

    List<Share> shares(Server server) {
        String usual = usualBind().or(server::bind).orElse("localhost");
        List<Share> shares = new ArrayList<>();
        for (RemoteText text : texts()) {
            shares.add(
                    new Share(
                                    name != null ? name : text.target().shortName(),
                                    text.target(),
                                    List.of(server.name()),
                                    text.port().orElse(portOr(0)),
                                    text.bind().orElse(usual),
                                    allowWider,
                                    true)
                            .withProxyHeader(proxyHeader()));
        }
        return shares;
    }

    private Optional<String> usualBind() {
        return Optional.ofNullable(bind).map(Audience::checkedBind);
    }

    private List<RemoteText> texts() {
        return targets.stream().map(RemoteText::parse).toList();
    }

    private ProxyHeader proxyHeader() {
        return proxyProtocol == null ? ProxyHeader.NONE : ProxyHeader.parse(proxyProtocol);
    }

    private int portOr(int otherwise) {
        return port == null ? otherwise : Ports.parseOrAutomatic(port);
    }
}
