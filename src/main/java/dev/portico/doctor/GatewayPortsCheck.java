package dev.portico.doctor;

import dev.portico.link.GatewayPorts;
import dev.portico.link.TrialForward;
import dev.portico.share.Audience;
import dev.portico.share.Exposure;
import dev.portico.share.Reach;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who can open the ports that the server grants, and whether that is what was wished.
record GatewayPortsCheck(InstantSource clock) implements Examiner {
    @Override
    public Check check() {
        return Check.GATEWAY_PORTS;
    }

    @Override
    public Finding look(Patient patient) throws InterruptedException {
        var began = clock.instant();
        GatewayPorts setting = patient.gatewayPorts();
        Duration took = Duration.between(began, clock.instant());
        if (setting == GatewayPorts.UNKNOWN) {
            return fromTheForward(patient);
        }
        Map<String, String> facts = new HashMap<>(facts(patient));
        facts.put("milliseconds", String.valueOf(took.toMillis()));
        String value = value(setting);
        return contradiction(patient, setting)
                .map(why -> failed(patient, value, why, facts))
                .orElseGet(() -> Finding.passed(check(), value, value, facts));
    }

    private static Optional<String> contradiction(Patient patient, GatewayPorts setting) {
        Audience wished = patient.wish().audience();
        return switch (setting) {
            case NO ->
                    wished == Audience.ONLY_ON_SERVER
                            ? Optional.empty()
                            : Optional.of("too-narrow");
            case YES ->
                    wished == Audience.EVERYONE || patient.wish().share().allowWider()
                            ? Optional.empty()
                            : Optional.of("too-wide");
            case CLIENT_SPECIFIED, UNKNOWN -> Optional.empty();
        };
    }

    /// Where only certain ports are permitted, the wished one must tell.
    private Finding fromTheForward(Patient patient) throws InterruptedException {
        Optional<TrialForward> forward = patient.forward();
        if (forward.isEmpty()) {
            return Finding.skipped(check(), "cannot-tell", Map.of());
        }
        Reach reach = forward.get().reach();
        boolean everyone = patient.wish().audience() != Audience.ONLY_ON_SERVER;
        if (reach.exposure() == Exposure.WIDER_THAN_ASKED) {
            return failed(patient, value(GatewayPorts.YES), "too-wide", facts(patient));
        }
        return everyone && reach.exposure() == Exposure.ONLY_ON_SERVER
                ? failed(patient, value(GatewayPorts.NO), "too-narrow", facts(patient))
                : Finding.skipped(check(), "cannot-tell", facts(patient));
    }

    private Finding failed(Patient patient, String value, String why, Map<String, String> facts) {
        Cures cures = new Cures(patient.wish());
        boolean isDropbear = patient.session().isDropbear();
        return Finding.failed(check(), value, why, facts, List.of(cures.publicBinds(isDropbear)));
    }

    private static Map<String, String> facts(Patient patient) {
        return Map.of(
                "server", patient.wish().server().name(),
                "user", patient.wish().server().user(),
                "bind", patient.wish().share().bind());
    }

    private static String value(GatewayPorts setting) {
        return switch (setting) {
            case CLIENT_SPECIFIED -> "clientspecified"; // as sshd_config has it
            case NO, YES, UNKNOWN -> setting.name().toLowerCase(Locale.ROOT);
        };
    }
}
