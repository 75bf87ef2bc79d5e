package dev.portico.doctor;

import dev.portico.link.Links;
import dev.portico.link.TrialSession;
import dev.portico.share.Plain;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.ShareState;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The way to a session: name, connection, version, host key, sign-in. Each step passes when the
/// next one begins.
final class Approach implements Progress {
    private static final List<Check> STEPS =
            List.of(Check.NAME, Check.TCP, Check.SSH_VERSION, Check.HOST_KEY, Check.SIGN_IN);

    private final Wish wish;
    private final Consumer<Check> began;
    private final Consumer<Finding> told;
    private final Map<Fact, String> facts = new EnumMap<>(Fact.class);
    private int done; // of the steps; guarded by this, like the facts
    private Check running = Check.NAME;

    Approach(Wish wish, Consumer<Check> began, Consumer<Finding> told) {
        this.wish = wish;
        this.began = began;
        this.told = told;
    }

    /// Blocks; empty where it failed, which has been told then.
    Optional<TrialSession> take(Links links) throws InterruptedException {
        began.accept(Check.NAME);
        try {
            TrialSession session = links.examine(wish.server(), this);
            passTo(STEPS.size());
            return Optional.of(session);
        } catch (ProblemException e) {
            fail(e.problem());
            return Optional.empty();
        }
    }

    @Override
    public synchronized void reached(ShareState.Step step) {
        switch (step) {
            case NAME -> {}
            case TCP -> begin(Check.TCP);
            case HOST_KEY -> begin(Check.SSH_VERSION);
            case SIGN_IN -> begin(Check.SIGN_IN);
            case PORT, PROOF -> {}
        }
    }

    @Override
    public synchronized void found(Fact fact, String words) {
        facts.put(fact, words);
        if (fact == Fact.SOFTWARE) {
            begin(Check.HOST_KEY);
        }
    }

    /// Servers on the way take these steps too: the goal's come last.
    private void begin(Check check) {
        running = check;
        began.accept(check);
    }

    private synchronized void passTo(int end) {
        for (; done < end; done++) {
            Check check = STEPS.get(done);
            told.accept(Finding.passed(check, value(check), why(check), words()));
        }
    }

    private synchronized void fail(Problem problem) {
        Check failed =
                switch (problem.code()) {
                    case NAME_UNKNOWN -> Check.NAME;
                    case SERVER_UNREACHABLE, NO_ROUTE, NETWORK_ABSENT -> Check.TCP;
                    case PROXY_FAILED, PROXY_AUTH_REFUSED, JUMP_FAILED, JUMP_RING -> Check.TCP;
                    case NOT_SSH, SERVER_TOO_BUSY -> Check.SSH_VERSION;
                    case ALGORITHMS_DISAGREE -> Check.HOST_KEY;
                    case HOST_KEY_UNKNOWN, HOST_KEY_CHANGED, HOST_KEY_REVOKED -> Check.HOST_KEY;
                    case HOST_KEY_UNCERTIFIED, HOST_KEYS_UNREADABLE -> Check.HOST_KEY;
                    case HOST_KEY_NOT_SAVED -> Check.HOST_KEY;
                    case AUTH_REFUSED, PASSWORD_MISSING, KEY_UNREADABLE -> Check.SIGN_IN;
                    case PASSPHRASE_WRONG, AGENT_ABSENT -> Check.SIGN_IN;
                    default -> running;
                };
        passTo(Math.min(STEPS.indexOf(failed), STEPS.indexOf(running)));
        for (Check untried : STEPS.subList(done, STEPS.indexOf(failed))) {
            told.accept(
                    Finding.skipped(
                            untried, "earlier-failed", Map.of(Finding.CHECK, failed.code())));
        }
        boolean isSilent =
                problem.code() == ProblemCode.CONNECT_TIMEOUT && running == Check.SSH_VERSION;
        told.accept(
                isSilent
                        ? Finding.failed(running, "silent", "silent", words(), List.of())
                        : new SignInCures(wish, fact(Fact.SOFTWARE)).finding(failed, problem));
    }

    private String value(Check check) {
        return switch (check) {
            case NAME -> fact(Fact.ADDRESSES);
            case TCP -> fact(Fact.PLACE);
            case SSH_VERSION -> fact(Fact.SOFTWARE);
            case HOST_KEY -> fact(Fact.FINGERPRINT);
            default -> wish.server().user();
        };
    }

    /// Who looks a name up for us does not tell what it found.
    private String why(Check check) {
        return check == Check.NAME && !facts.containsKey(Fact.ADDRESSES) ? "elsewhere" : "passed";
    }

    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("server", wish.server().name());
        words.put("user", wish.server().user());
        words.put("host", wish.server().host());
        words.put("addresses", fact(Fact.ADDRESSES));
        words.put("place", fact(Fact.PLACE));
        words.put("software", Plain.text(fact(Fact.SOFTWARE)));
        words.put("key-type", fact(Fact.KEY_TYPE));
        words.put("fingerprint", fact(Fact.FINGERPRINT));
        return words;
    }

    private String fact(Fact fact) {
        return facts.getOrDefault(fact, "");
    }
}
