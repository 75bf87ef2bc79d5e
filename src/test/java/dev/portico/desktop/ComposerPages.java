package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.settle;
import static dev.portico.desktop.OnScreen.type;

import dev.portico.desktop.ports.ListeningPort;
import dev.portico.share.Audience;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The composer with what hangs down from it, and what it asks.
final class ComposerPages {
    private static final List<String> LINES =
            List.of(
                    "ssh -N -o ServerAliveInterval=30 -p 2222 -R 8080:localhost:3000"
                            + " tunnel@vps.example.com",
                    "ssh -R *:0:localhost:5173 -R 8554:camera.lan:8554 tunnel@demo.example.com",
                    "ssh -R 8080:localhost:3000 nas@attic.example.net",
                    "ssh -R localhost:80:8080:tunnel@demo.example.com",
                    "ssh -L 8080:localhost:80 tunnel@demo.example.com");

    interface Camera {
        void shoot(Stage stage, String name) throws Exception;
    }

    private ComposerPages() {}

    static List<ListeningPort> ports() {
        Stream<ListeningPort> shortLived =
                IntStream.range(0, 14)
                        .mapToObj(i -> new ListeningPort(41003 + i * 211, "java", "idea", false));
        Stream<ListeningPort> guessed =
                Stream.of(
                        new ListeningPort(3306, "", "", false),
                        new ListeningPort(8443, "", "", false));
        return Stream.of(MockRows.PORTS.stream(), guessed, shortLived)
                .flatMap(ports -> ports)
                .sorted(Comparator.comparingInt(ListeningPort::port))
                .toList();
    }

    static void all(Stand stand, Camera camera) throws Exception {
        new MockRows(stand).servers();
        Stage stage = open(stand, ports());
        pasted(stage, camera);
        list(stage, camera);
        run(() -> type(stage, "#composer-target", "5432"));
        run(() -> everyone(stage));
        run(() -> fire(stage, "#composer-share"));
        camera.shoot(stage, "sensitive");
        run(stage::hide);
        Stage bare = open(stand, List.of());
        run(() -> find(bare, "#composer-target").requestFocus());
        run(() -> Press.key(find(bare, "#composer-target"), KeyCode.DOWN, false));
        camera.shoot(bare, "ports-none");
        run(() -> Press.key(find(bare, "#composer-target"), KeyCode.ESCAPE, false));
        run(bare::hide);
    }

    private static void pasted(Stage stage, Camera camera) throws Exception {
        for (int i = 0; i < LINES.size(); i++) {
            String line = LINES.get(i);
            run(() -> find(stage, "#composer-target").requestFocus());
            run(() -> type(stage, "#composer-target", line));
            camera.shoot(stage, "pasted-" + (i + 1));
        }
        run(() -> type(stage, "#composer-target", ""));
    }

    private static void list(Stage stage, Camera camera) throws Exception {
        run(() -> Press.key(find(stage, "#composer-target"), KeyCode.DOWN, false));
        camera.shoot(stage, "ports-folded");
        run(() -> ((Hyperlink) inPopup("#ports-short-lived")).fire());
        camera.shoot(stage, "ports-short-lived");
        run(() -> ((Hyperlink) inPopup("#ports-short-lived")).fire());
        run(() -> type(stage, "#composer-target", "3306"));
        camera.shoot(stage, "ports-guess");
        run(() -> Press.key(find(stage, "#composer-target"), KeyCode.ESCAPE, false));
    }

    private static Stage open(Stand stand, List<ListeningPort> ports) throws Exception {
        CompletableFuture<Stage> opened = new CompletableFuture<>();
        run(
                () -> {
                    Stage stage = new Stage();
                    stand.window(stage, ports).show();
                    opened.complete(stage);
                });
        settle();
        return opened.get();
    }

    @SuppressWarnings("unchecked")
    private static void everyone(Stage stage) {
        ((ComboBox<Audience>) find(stage, "#composer-who")).setValue(Audience.EVERYONE);
    }

    private static Node inPopup(String selector) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
