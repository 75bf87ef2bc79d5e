package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.HostKeys;
import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Target;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A host key that was taken holds for the whole run, whatever becomes of the file for it.
@RequiresSshd
@Timeout(60)
class TakenKeysTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("known");
    }

    @Test
    void aKeyThatCannotBeWrittenDownIsToldOnceAndHeldInThisRun() throws Exception {
        file = Files.createFile(folder.resolve("plain")).resolve("known");
        ScriptedAsker asker = ScriptedAsker.answering();
        try (RealSshd sshd = RealSshd.start();
                Links links = links(asker)) {
            Server accepting = sshd.server().withHostKeys(new HostKeys(Optional.of(file), true));
            String old = fingerprint(sshd);
            try (OneShare share = new OneShare(accepting, links)) {
                share.open(Target.parse("80")).close();
                share.open(Target.parse("80")).close();
                assertThat(asker.warnings).hasSize(1);
                Problem told = asker.warnings.getFirst();
                assertThat(told.code()).isEqualTo(ProblemCode.HOST_KEY_NOT_SAVED);
                assertThat(told.title(Locale.ENGLISH))
                        .contains("could not be written down", file.toString());
                assertThat(told.raw()).doesNotContain("Exception");

                sshd.replaceHostKey();
                Problem changed = Problems.of(() -> share.open(Target.parse("80")));
                assertThat(changed.code()).isEqualTo(ProblemCode.HOST_KEY_CHANGED);
                assertThat(changed.remedy(Locale.ENGLISH))
                        .contains(old, "in this run", "first seen: 2026-03-04")
                        .doesNotContain("kept in");

                assertThat(links.forget(accepting)).isEqualTo(1);
                share.open(Target.parse("80")).close();
            }
        }
    }

    @Test
    void aKeyThatWasTakenIsHeldWhateverBecomesOfItsFile() throws Exception {
        try (RealSshd sshd = RealSshd.start();
                Links links = links(ScriptedAsker.answering())) {
            Server accepting = sshd.server().withHostKeys(new HostKeys(Optional.of(file), true));
            try (OneShare share = new OneShare(accepting, links)) {
                share.open(Target.parse("80")).close();
                Files.writeString(file, "");
                sshd.replaceHostKey();
                assertThat(Problems.of(() -> share.open(Target.parse("80"))).code())
                        .isEqualTo(ProblemCode.HOST_KEY_CHANGED);
            }
        }
    }

    private static String fingerprint(RealSshd sshd) throws IOException {
        String line = Files.readString(sshd.folder().resolve("host_ed25519.pub"));
        return KnownHostsFile.fingerprint(Base64.getDecoder().decode(line.split(" ")[1].strip()));
    }

    private Links links(ScriptedAsker asker) {
        return new Links(folder.resolve("own"), asker, Keyring.NONE, _ -> Optional.empty(), CLOCK);
    }
}
