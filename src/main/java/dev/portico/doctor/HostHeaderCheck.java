package dev.portico.doctor;

import dev.portico.doctor.Fix.Place;
import dev.portico.share.Ports;
import dev.portico.share.Target;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the local service answers under the name that visitors use. Development servers refuse
/// names they do not know, against DNS rebinding.
final class HostHeaderCheck {
    private static final int FIRST_FAILURE = 400;

    private HostHeaderCheck() {}

    /// Blocks for some seconds at most.
    ///
    /// @param host what visitors write into their browser, with the port
    static Finding look(Wish wish, String host) {
        if (!wish.isShare()) {
            return Finding.skipped(Check.HOST_HEADER, "no-share", Map.of());
        }
        Target target = wish.share().target();
        String own = target instanceof Target.Tcp tcp ? tcp.text() : "localhost";
        try {
            Optional<WebAnswer> known = WebAnswer.to(target, own);
            if (known.isEmpty()) {
                return Finding.skipped(
                        Check.HOST_HEADER, "not-http", Map.of("target", target.text()));
            }
            return judge(known.get(), WebAnswer.to(target, host), host, target);
        } catch (IOException _) {
            return Finding.skipped(Check.HOST_HEADER, "no-answer", Map.of());
        }
    }

    private static Finding judge(
            WebAnswer known, Optional<WebAnswer> named, String host, Target target) {
        String name = Ports.split(host).host();
        int status = named.map(WebAnswer::status).orElse(0);
        Map<String, String> facts =
                Map.of(
                        "host", name,
                        "target", target.text(),
                        "status", String.valueOf(status),
                        "words", named.map(WebAnswer::firstWords).orElse(""));
        boolean refuses =
                known.status() < FIRST_FAILURE && (status >= FIRST_FAILURE || named.isEmpty());
        if (!refuses) {
            return Finding.passed(Check.HOST_HEADER, name, "passed", facts);
        }
        DevServer server = named.map(DevServer::of).orElse(DevServer.UNKNOWN);
        List<Fix> fixes =
                server.line(name).stream().map(line -> Fix.at(Place.SERVICE, line)).toList();
        return Finding.failed(
                Check.HOST_HEADER, String.valueOf(status), server.why(), facts, fixes);
    }
}
