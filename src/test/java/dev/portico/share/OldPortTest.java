package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.ScriptedLinker.Ask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A link that was handed out stays valid: the port that the server once chose is asked for again.
@Timeout(30)
class OldPortTest {
    private final KeeperRig rig = new KeeperRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void asksForItsPortAgainWhenItIsStartedAgain() {
        rig.linker.opens(41233).opens(41233);
        rig.start(0, "a");
        rig.awaitOpen(1);
        rig.shares.stop("web", ShareState.Reason.BY_USER);
        rig.shares.start("web");
        rig.awaitOpen(2);
        assertThat(rig.linker.asks()).containsExactly(new Ask("a", 0), new Ask("a", 41233));
    }

    @ParameterizedTest
    @EnumSource(names = {"PORT_TAKEN", "PORT_FORBIDDEN"})
    void takesAnotherPortAtOnceWhenItsOldOneIsNotToBeHad(ProblemCode why) {
        rig.linker.opens(41233).fails(why).opens(2);
        rig.start(0, "a");
        rig.awaitOpen(1);
        rig.shares.stop("web", ShareState.Reason.BY_USER);
        rig.shares.start("web");
        rig.awaitOpen(2);
        assertThat(rig.linker.asks()).last().isEqualTo(new Ask("a", 0));
        assertThat(rig.pauses).isEmpty();
    }

    @Test
    void givesUpItsOldPortWhenItStaysTaken() {
        rig.linker.opens(41233);
        for (int i = 0; i < 7; i++) {
            rig.linker.fails(ProblemCode.PORT_TAKEN);
        }
        rig.linker.opens(2);
        rig.start(0, "a");
        rig.loseOnceOpen(1);
        rig.awaitOpen(2);
        assertThat(rig.linker.asks()).last().isEqualTo(new Ask("a", 0));
    }
}
