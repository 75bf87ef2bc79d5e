package dev.portico.doctor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// What a program reads of a finding.
record Told(String check, String outcome, String why, String value, List<Fix> fixes) {

    static Told of(Finding finding) {
        return new Told(
                finding.check().code(),
                finding.outcome().code(),
                finding.why(),
                finding.value(),
                finding.fixes());
    }

    /// Of the line that the command line prints.
    static List<Told> read(String json) {
        JsonNode findings = new JsonMapper().readTree(json).path("findings");
        return StreamSupport.stream(findings.spliterator(), false).map(Told::of).toList();
    }

    private static Told of(JsonNode finding) {
        List<Fix> fixes =
                StreamSupport.stream(finding.path("fixes").spliterator(), false)
                        .map(Told::fix)
                        .toList();
        return new Told(
                finding.path("check").asString(),
                finding.path("outcome").asString(),
                finding.path("why").asString(""),
                finding.path("value").asString(),
                fixes);
    }

    private static Fix fix(JsonNode fix) {
        String place = fix.path("place").asString().toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> lines =
                StreamSupport.stream(fix.path("lines").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList();
        return new Fix(Fix.Place.valueOf(place), fix.path("way").asString(""), lines);
    }

    boolean failed() {
        return outcome.equals("failed");
    }
}
