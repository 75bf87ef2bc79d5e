package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.ports.ProcPorts;
import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.StayingVisitor;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Wording;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.matcher.control.LabeledMatchers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From a port to a link, its visitors, an outage and the end: by mouse and keys in the real
/// window, with a real server, a real service and real bytes. What the window shows is read from
/// the screen, never from a model.
@ExtendWith(ApplicationExtension.class)
@EnabledOnOs(OS.LINUX)
class WholeFlowTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final byte[] PAGE = "x".repeat(123_456).getBytes();

    @TempDir Path folder;
    private final LocalServices.Service service = LocalServices.http(PAGE);
    private FxRobot robot;
    private Eyes eyes;
    private Locale locale = Locale.ENGLISH;
    private Links links;
    private Stand stand;
    private MainWindow window;

    @Start
    void open(Stage stage) throws Exception {
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
        stand = new Stand(folder, Duration.ZERO, Optional.of(links));
        stand.save(Stand.server("attic", "attic.example.net", "nas"));
        stand.save(SSHD.server());
        window = stand.window(stage, new ProcPorts(Path.of("/proc"), -1));
        window.show();
    }

    @AfterEach
    void close(FxRobot given) {
        given.interact(window::close); // it would go on looking at ports and shares
        stand.close();
        links.close();
        service.close();
    }

    @Test
    void fromThePortToTheEndInEnglish(FxRobot given) throws Exception {
        seenBy(given);
        theWholeFlow();
    }

    @Test
    void fromThePortToTheEndInChinese(FxRobot given) throws Exception {
        seenBy(given);
        robot.clickOn("#rail-settings");
        robot.clickOn("#settings-language");
        click("\u7b80\u4f53\u4e2d\u6587");
        locale = Locale.SIMPLIFIED_CHINESE;
        robot.clickOn("#rail-shares");
        theWholeFlow();
    }

    @Test
    void aServiceThatEndsIsSaidInItsRowWithinTwoSeconds(FxRobot given) throws Exception {
        seenBy(given);
        share();
        service.close();
        long before = System.nanoTime();
        eyes.awaitRow(0, word("target.down"));
        long millis = (System.nanoTime() - before) / 1_000_000;
        System.out.println("its row said after " + millis + " ms that nothing listens there");
        assertThat(millis).isLessThan(2000);
    }

    private void theWholeFlow() throws Exception {
        int port = share();
        sendVisitorsAway(port);
        loseTheServerAndFindItAgain(port);
        stop(port);
    }

    /// Answers the port of the link on the server.
    private int share() {
        String here = String.valueOf(service.port());
        robot.clickOn("#composer-target").write(here.substring(0, here.length() - 1));
        click(here);
        robot.clickOn("#composer-server .arrow-button").write("real").type(KeyCode.ENTER);
        robot.clickOn("#composer-share");
        eyes.awaitRow(0, word("state.open"), "real");
        String link = Await.value(PATIENCE, eyes::clipboard, text -> text.startsWith("http"));
        int port = URI.create(link).getPort();
        assertThat(link).isEqualTo("http://127.0.0.1:" + port);
        assertThat(eyes.row(0)).contains(String.valueOf(port));
        assertThat(Listening.addresses(port)).containsOnly("127.0.0.1", "0:0:0:0:0:0:0:1");
        return port;
    }

    private void sendVisitorsAway(int port) throws Exception {
        long sent;
        long received;
        try (StayingVisitor seven = StayingVisitor.comes("127.0.0.7", port)) {
            assertThat(seven.asks()).isEqualTo(PAGE);
            eyes.await("#visits", true, "127.0.0.7");
            press(".visits-disconnect");
            assertThat(seven.isSentAway()).isTrue();
            eyes.await("#visits", false, "127.0.0.7");
            sent = seven.sent();
            received = seven.received();
        }
        try (StayingVisitor eight = StayingVisitor.comes("127.0.0.8", port)) {
            assertThat(eight.asks()).isEqualTo(PAGE);
            eyes.await("#visits", true, "127.0.0.8");
            press(".visits-block");
            assertThat(eight.isSentAway()).isTrue();
            eyes.await("#visits", true, word("visits.blocked"));
            sent += eight.sent();
            received += eight.received();
        }
        try (StayingVisitor again = StayingVisitor.comes("127.0.0.8", port);
                StayingVisitor nine = StayingVisitor.comes("127.0.0.9", port)) {
            assertThat(again.isSentAway()).isTrue();
            assertThat(nine.asks()).isEqualTo(PAGE);
            sent += nine.sent();
            received += nine.received();
        }
        theRowShowsTheBytes(received, sent);
    }

    private void theRowShowsTheBytes(long sent, long received) {
        eyes.awaitRow(0, Amounts.bytes(sent), Amounts.bytes(received));
        assertThat(eyes.tooltip(".flow-sent"))
                .isEqualTo(
                        word("flow.exact")
                                .replace("{sent}", number(sent))
                                .replace("{received}", number(received)));
    }

    private void loseTheServerAndFindItAgain(int port) throws Exception {
        SSHD.stop();
        eyes.awaitRow(0, word("state.reconnecting"));
        int first = Await.value(PATIENCE, this::countdown, n -> n.orElse(0) >= 2).orElseThrow();
        Await.value(PATIENCE, this::countdown, n -> n.equals(Optional.of(first - 1)));
        SSHD.startAgain();
        eyes.awaitRow(0, word("state.open"), String.valueOf(port));
        try (StayingVisitor ten = StayingVisitor.comes("127.0.0.10", port)) {
            assertThat(ten.asks()).isEqualTo(PAGE);
        }
    }

    private void stop(int port) {
        robot.clickOn("#shares .wish .thumb-area");
        eyes.awaitRow(0, word("state.stopped"), word("state.stopped.by-user"));
        Await.until(PATIENCE, "the listener to go", () -> !Listening.on(port));
    }

    /// The seconds until the next try, as the row counts them down.
    private Optional<Integer> countdown() {
        String[] around = word("state.waiting.retry").split("\\{n}", -1);
        Pattern pattern =
                Pattern.compile(Pattern.quote(around[0]) + "(\\d+)" + Pattern.quote(around[1]));
        List<String> row = eyes.row(0);
        return row.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> Integer.valueOf(match.group(1)))
                .findFirst();
    }

    private void seenBy(FxRobot given) {
        robot = given;
        eyes = new Eyes(given, window.scene());
    }

    /// Clicks on a button of a row that is written anew while it is looked for.
    private void press(String button) {
        List<Bounds> place = new ArrayList<>();
        Await.until(
                () -> {
                    robot.interact(
                            () -> {
                                Node node = window.scene().lookup(button);
                                if (node != null) {
                                    place.add(node.localToScreen(node.getLayoutBounds()));
                                }
                            });
                    return !place.isEmpty();
                });
        robot.clickOn(place.getLast());
    }

    /// Clicks on what has these words, as soon as it is there.
    private void click(String words) {
        Await.until(() -> robot.lookup(LabeledMatchers.hasText(words)).tryQuery().isPresent());
        robot.clickOn(LabeledMatchers.hasText(words));
    }

    private String number(long count) {
        return String.format(locale, "%,d", count);
    }

    private String word(String key) {
        return Wording.bundle(locale).getString(key);
    }
}
