package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where secrets come from, and where they go.
class SecretsTest {
    private static final Server SERVER = Server.parse("me@host");
    private static final Keyring.Entry ENTRY =
            new Keyring.Entry(Asker.Secret.PASSWORD, "me@host:22");

    private final Map<Keyring.Entry, String> kept = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Boolean> asked = new ArrayList<>();
    private Optional<String> beforehand = Optional.empty();
    private boolean broken;

    @Test
    void whatWasGivenBeforehandGoesFirstThenTheKeyringThenTheUser() {
        Secrets secrets = secrets();
        kept.put(ENTRY, "kept");
        beforehand = Optional.of("beforehand");
        assertThat(password(secrets)).isEqualTo("beforehand");
        beforehand = Optional.empty();
        assertThat(password(secrets)).isEqualTo("kept");
        kept.clear();
        assertThat(password(secrets)).isEqualTo("typed");
        assertThat(asked).containsExactly(false);
    }

    @Test
    void whatWasRightIsHeldAndWhatWasWrongIsAskedAnew() {
        Secrets secrets = secrets();
        beforehand = Optional.of("beforehand");
        secrets.password(SERVER).orElseThrow().right();
        beforehand = Optional.of("other");
        Secrets.Trial held = secrets.password(SERVER).orElseThrow();
        assertThat(new String(held.bytes(), StandardCharsets.UTF_8)).isEqualTo("beforehand");
        held.wrong();
        assertThat(password(secrets)).isEqualTo("typed");
        assertThat(asked).containsExactly(true);
    }

    @Test
    void nothingIsHeldAfterTheEnd() {
        Secrets secrets = secrets();
        secrets.password(SERVER).orElseThrow().right();
        secrets.close();
        password(secrets);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aKeyringThatFailsIsNoReasonNotToSignIn() {
        broken = true;
        Secrets secrets = secrets();
        Secrets.Trial trial = secrets.password(SERVER).orElseThrow();
        trial.right();
        assertThat(warnings)
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.KEYRING_FAILED);
    }

    @Test
    void aSavedSecretThatIsRefusedIsForgottenAndTheUserIsTold() {
        kept.put(ENTRY, "old");
        Secrets secrets = secrets();
        secrets.password(SERVER).orElseThrow().wrong();
        assertThat(kept).isEmpty();
        assertThat(warnings)
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.SAVED_SECRET_REFUSED);
    }

    @Test
    void theBytesAreUtf8AndTheCharactersAreWiped() {
        char[] secret = "pä🔑".toCharArray();
        byte[] bytes = Secrets.bytes(secret);
        assertThat(bytes).isEqualTo("pä🔑".getBytes(StandardCharsets.UTF_8));
        assertThat(secret).containsOnly('\0');
        assertThat(Secrets.chars(bytes)).isEqualTo("pä🔑".toCharArray());
        assertThat(bytes).containsOnly(0);
    }

    @Test
    void allThatMayBeKeptForAServerIsKnown() {
        Server server =
                SERVER.withSignIn(new SignIn.KeyFiles(List.of(Path.of("/a"), Path.of("/b"))));
        assertThat(Secrets.entries(server))
                .containsExactly(
                        ENTRY,
                        new Keyring.Entry(Asker.Secret.PASSPHRASE, "/a"),
                        new Keyring.Entry(Asker.Secret.PASSPHRASE, "/b"));
    }

    private static String password(Secrets secrets) {
        try (Secrets.Trial trial = secrets.password(SERVER).orElseThrow()) {
            return new String(trial.bytes(), StandardCharsets.UTF_8);
        }
    }

    private Secrets secrets() {
        return new Secrets(
                new Asker() {
                    @Override
                    public boolean trusts(HostKeyQuestion question) {
                        return false;
                    }

                    @Override
                    public Optional<char[]> secret(SecretQuestion question) {
                        asked.add(question.again());
                        question.keep().ifPresent(wish -> wish.accept(() -> true));
                        return Optional.of("typed".toCharArray());
                    }

                    @Override
                    public Optional<char[]> prepared(Secret what) {
                        return beforehand.map(String::toCharArray);
                    }

                    @Override
                    public void warn(Problem problem) {
                        warnings.add(problem);
                    }
                },
                new MapKeyring());
    }

    private final class MapKeyring implements Keyring {
        @Override
        public boolean isThere() {
            return broken;
        }

        @Override
        public Keyring quiet() {
            return this;
        }

        @Override
        public Optional<char[]> read(Entry entry) throws ProblemException {
            fail();
            return Optional.ofNullable(kept.get(entry)).map(String::toCharArray);
        }

        @Override
        public boolean keep(Entry entry, char[] secret) throws ProblemException {
            fail();
            return kept.put(entry, new String(secret)) == null;
        }

        @Override
        public boolean forget(Entry entry) throws ProblemException {
            fail();
            return kept.remove(entry) != null;
        }

        private void fail() throws ProblemException {
            if (broken) {
                throw new ProblemException(Problem.of(ProblemCode.KEYRING_FAILED, "no bus"));
            }
        }
    }
}
