package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Linker;
import dev.portico.share.LiveForward;
import dev.portico.share.Progress;
import dev.portico.share.Share;
import dev.portico.share.ShareState.Step;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A link that is shared with nobody, beside one that is.
class AloneTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    private static final class Heard implements Progress {
        final List<Step> steps = Collections.synchronizedList(new ArrayList<>());
        final Map<Fact, String> facts = Collections.synchronizedMap(new EnumMap<>(Fact.class));

        @Override
        public void reached(Step step) {
            steps.add(step);
        }

        @Override
        public void found(Fact fact, String words) {
            facts.put(fact, words);
        }
    }

    private Journal journal;
    private Links links;

    @BeforeEach
    void start(@TempDir Path folder) {
        journal = new Journal(Clock.systemUTC());
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
    }

    @AfterEach
    void stop() {
        links.close();
        journal.close();
    }

    @Test
    void takesEveryStepAnewAndTellsWhatItFinds() throws Exception {
        Heard heard = new Heard();
        try (LiveForward shared = open(links, new Heard());
                LiveForward alone = open(links.alone(), heard)) {
            assertThat(shared.forward().port()).isNotEqualTo(alone.forward().port());
            assertThat(heard.steps)
                    .containsSubsequence(
                            Step.NAME,
                            Step.TCP,
                            Step.HOST_KEY,
                            Step.SIGN_IN,
                            Step.PORT,
                            Step.PROOF);
            assertThat(heard.facts)
                    .containsEntry(Progress.Fact.ADDRESSES, "127.0.0.1")
                    .containsEntry(Progress.Fact.PLACE, "127.0.0.1:" + SSHD.port())
                    .containsEntry(Progress.Fact.PORT, String.valueOf(alone.forward().port()))
                    .containsKeys(Progress.Fact.ROUND_TRIP, Progress.Fact.KEY_TYPE);
            assertThat(heard.facts.get(Progress.Fact.SOFTWARE)).startsWith("OpenSSH");
            assertThat(heard.facts.get(Progress.Fact.FINGERPRINT)).startsWith("SHA256:");
        }
        Await.until(() -> SSHD.sessions().isEmpty());
    }

    @Test
    void whatIsSharedStaysWhenItGoesAndAllGoWithTheLinks() throws Exception {
        LiveForward shared = open(links, new Heard());
        open(links.alone(), new Heard()).close();
        assertThat(Listening.on(shared.forward().port())).isTrue();
        LiveForward left = open(links.alone(), new Heard());
        links.close();
        Await.until(() -> !Listening.on(shared.forward().port()));
        Await.until(() -> !Listening.on(left.forward().port()));
    }

    private LiveForward open(Linker linker, Progress progress) throws Exception {
        Doorway doorway = new Doorway("web", Gate.OPEN, new Traffic(), journal);
        Share wish = new Share("web", Target.parse("9"), "real", 0, "localhost");
        return linker.open(SSHD.server(), wish, doorway, progress);
    }
}
