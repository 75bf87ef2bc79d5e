package dev.portico.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who can really open a link, why that is believed, and when it was last proven.
///
/// @param facts what fills the placeholders of the reason
/// @param proof empty where the server lets nobody visit the port from inside
/// @param concern what is not as the user wished, and what cures it; the link is open all the same
public record Reach(
        Exposure exposure,
        Why why,
        Map<String, String> facts,
        Optional<Proof> proof,
        Optional<Problem> concern) {

    public static final Reach UNKNOWN =
            new Reach(Exposure.UNKNOWN, Why.NOT_YET, Map.of(), Optional.empty(), Optional.empty());

    /// A visit of our own that came back through the link.
    ///
    /// @param roundTrip from here to the server and back
    public record Proof(Instant at, Duration roundTrip) {}

    public enum Why {
        NOT_YET,
        KEPT_INSIDE,
        GATEWAY_NO,
        GATEWAY_YES,
        OPENED_FROM_HERE,
        SERVER_IS_HERE,
        NO_ANSWER_FROM_HERE,
        REFUSED_FROM_HERE,
        SOMEBODY_ELSE,
        NOT_ON_OUTER_ADDRESS,
        LEAKS,
        OTHER_FAMILY,
        NOT_TRIED_FROM_HERE,
        NOT_ALLOWED_TO_LOOK;

        private String key() {
            return "exposure.why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reach {
        facts = Map.copyOf(facts);
    }

    /// One sentence.
    public String reason(Locale locale) {
        return Wording.text(locale, why.key(), facts);
    }

    /// The forward as it can be opened: what the server keeps inside is no link to its address.
    public Forward corrected(Forward forward) {
        boolean isKeptInside = exposure == Exposure.ONLY_ON_SERVER && concern.isPresent();
        return isKeptInside && !forward.isInside() ? forward.at("127.0.0.1") : forward;
    }

    public Reach with(Optional<Proof> newProof) {
        return new Reach(exposure, why, facts, newProof, concern);
    }

    /// Whether it says something else than before; that it was proven anew is no news.
    public boolean isNewsAfter(Reach before) {
        return !with(Optional.empty()).equals(before.with(Optional.empty()))
                || proof.isPresent() != before.proof.isPresent();
    }
}
