package dev.portico.store.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Way;
import dev.portico.store.Parcel;
import dev.portico.store.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What becomes of what is saved, and of what comes in, where names meet.
class MergeTest {
    private static final Server GATE = server("gate", "gate.example.com");
    private static final Server VPS =
            server("vps", "vps.example.com").withWay(new Way(List.of("gate"), Optional.empty()));
    private static final Share WEB =
            new Share("web", Target.parse("3000"), "vps", 8080, "localhost").withOn(false);
    private static final Parcel PARCEL = new Parcel(List.of(VPS, GATE), List.of(WEB));

    @Test
    void whatIsNotSavedIsNew() {
        Merge merge = Merge.of(Settings.EMPTY, PARCEL, false);
        assertThat(states(merge)).containsExactly("vps NEW vps", "gate NEW gate", "web NEW web");
        assertThat(merge.settings().servers()).containsExactly(VPS, GATE);
        assertThat(merge.settings().shares()).containsExactly(WEB);
    }

    @Test
    void whatCameOnceIsTheSame() {
        Settings once = Merge.of(Settings.EMPTY, PARCEL, false).settings();
        Merge again = Merge.of(once, PARCEL, false);
        assertThat(states(again)).containsExactly("vps SAME vps", "gate SAME gate", "web SAME web");
        assertThat(again.isNothingNew()).isTrue();
        assertThat(again.settings()).isEqualTo(once);
    }

    @Test
    void whatOnlyThisComputerKnowsIsNoDifference() {
        Settings used =
                Settings.EMPTY
                        .withServers(
                                List.of(
                                        VPS.withHostKeys(new HostKeys(Optional.empty(), true)),
                                        GATE))
                        .withShares(List.of(WEB.withOn(true).withLastPorts(Map.of("vps", 8080))));
        assertThat(Merge.of(used, PARCEL, true).settings()).isEqualTo(used);
    }

    @Test
    void bothAreKeptWhereANameIsTakenAndAllThatNamesItFollows() {
        Settings saved = Settings.EMPTY.withServers(List.of(server("gate", "other.example.com")));
        Settings settings = Merge.of(saved, PARCEL, false).settings();
        assertThat(settings.servers())
                .extracting(Server::name)
                .containsExactly("gate", "vps", "gate-2");
        assertThat(settings.server("vps").orElseThrow().way().jumps()).containsExactly("gate-2");

        Settings taken = Settings.EMPTY.withServers(List.of(server("vps", "x"), GATE));
        Merge merge = Merge.of(taken, PARCEL, false);
        assertThat(states(merge))
                .containsExactly("vps RENAMED vps-2", "gate SAME gate", "web NEW web");
        assertThat(merge.settings().shares().getFirst().server()).isEqualTo("vps-2");
        assertThat(Merge.of(merge.settings(), PARCEL, false).isNothingNew()).isTrue();
    }

    @Test
    void theSavedOneGivesWayOnWish() {
        Share mine = new Share("web", Target.parse("4000"), "vps", 9090, "*").withOn(true);
        Settings saved =
                Settings.EMPTY
                        .withServers(List.of(server("vps", "old"), GATE))
                        .withShares(List.of(mine.withBlocked(List.of("198.51.100.9"))));
        Merge merge = Merge.of(saved, PARCEL, true);
        assertThat(states(merge))
                .containsExactly("vps CHANGED vps", "gate SAME gate", "web CHANGED web");
        assertThat(merge.arrivals().getFirst().changes())
                .contains(new Parcel.Change("host", "old", "vps.example.com"));
        Share now = merge.settings().shares().getFirst();
        assertThat(now.target()).isEqualTo(WEB.target());
        assertThat(now.on()).isFalse();
        assertThat(now.blocked()).containsExactly("198.51.100.9");
    }

    @Test
    void aShareNeedsItsServer() {
        Parcel lost = new Parcel(List.of(), List.of(WEB));
        assertThatThrownBy(() -> Merge.of(Settings.EMPTY, lost, false))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("neither in the file nor saved");
        Parcel address = new Parcel(List.of(), List.of(WEB.withServers(List.of("me@host"))));
        assertThat(Merge.of(Settings.EMPTY, address, false).settings().shares()).hasSize(1);
    }

    @Test
    void aRingOfJumpsIsRefused() {
        Server ring = GATE.withWay(new Way(List.of("vps"), Optional.empty()));
        Parcel parcel = new Parcel(List.of(VPS, ring), List.of());
        assertThatThrownBy(() -> Merge.of(Settings.EMPTY, parcel, false))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("would lead past");
    }

    @Test
    @Timeout(20)
    void aLongChainOfJumpsTakesNoLongTime() {
        List<Server> chain =
                IntStream.range(0, 500)
                        .mapToObj(i -> server("s" + i, "h" + i).withWay(over("s" + (i + 1))))
                        .toList();
        Settings taken =
                Settings.EMPTY.withServers(
                        IntStream.range(0, 500).mapToObj(i -> server("s" + i, "x" + i)).toList());
        Parcel parcel = new Parcel(chain.subList(0, 499), List.of());
        assertThat(Merge.of(taken, parcel, false).settings().servers()).hasSize(999);
    }

    private static Way over(String jump) {
        return new Way(List.of(jump), Optional.empty());
    }

    private static List<String> states(Merge merge) {
        return merge.arrivals().stream()
                .map(it -> it.name() + " " + it.state() + " " + it.as())
                .toList();
    }

    private static Server server(String name, String host) {
        return new Server(name, host, 22, "me", new SignIn.Automatic());
    }
}
