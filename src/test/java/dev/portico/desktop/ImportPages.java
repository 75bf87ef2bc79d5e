package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.type;

import dev.portico.fixture.Await;

import javafx.event.ActionEvent;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;

/// Servers taken over from a file of ssh: none there, some to choose from, all of it narrow.
final class ImportPages {
    private static final String FILE =
            """
            Include work/*.conf

            Host vps
                HostName demo.example.com
                User deploy
                Port 2222

            Host nas
                HostName 192.168.1.20
                User admin
                ProxyJump bastion
                RemoteForward 8080 localhost:5000
                ServerAliveIntervall 15

            Host bastion
                HostName bastion.example.com
                User jump
                ServerAliveInterval 5
                LocalForward 5432 localhost:5432

            Host build-runner-eu-west-1.internal
                User ci
                ProxyJump jump@bastion.example.com:2222,bastion
                ProxyCommand nc -x proxy:1080 %h %p

            Host old
                HostName old.example.com
                ProxyCommand ssh gate nc %h %p
                StrictHostKeyChecking no

            Match exec "test -f ~/.at-work"
                Port 2022
            """;

    private ImportPages() {}

    static void all(Stand stand, ComposerPages.Camera camera) throws Exception {
        Path file = Files.writeString(Files.createTempDirectory("ssh").resolve("config"), FILE);
        MockRows rows = new MockRows(stand);
        rows.servers();
        stand.save(Stand.server("bastion", "bastion.example.com", "old"));
        Stage[] opened = new Stage[1];
        run(
                () -> {
                    opened[0] = new Stage();
                    stand.window(opened[0], MockRows.PORTS).show();
                });
        Stage stage = opened[0];
        OnScreen.settle();
        run(() -> fire(stage, "#rail-servers"));
        run(() -> fire(stage, "#server-import"));
        run(() -> read(stage, "~/.ssh/none"));
        camera.shoot(stage, "import-absent");
        run(() -> read(stage, file.toString()));
        Await.until(() -> ((TableView<?>) find(stage, "#import-rows")).getItems().size() == 5);
        OnScreen.settle();
        camera.shoot(stage, "import");
        run(() -> stage.setWidth(960));
        run(() -> stage.setHeight(600));
        camera.shoot(stage, "import-narrow");
        run(() -> fire(stage, "#import-follow"));
        run(() -> fire(stage, "#import-save"));
        camera.shoot(stage, "import-done");
        run(stage::hide);
    }

    private static void read(Stage stage, String file) {
        type(stage, "#import-file", file);
        find(stage, "#import-file").fireEvent(new ActionEvent());
    }
}
