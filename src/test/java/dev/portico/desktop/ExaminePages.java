package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.select;
import static dev.portico.desktop.OnScreen.settle;

import dev.portico.doctor.Check;
import dev.portico.doctor.ScriptedDoctor;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.stage.Stage;

import java.util.List;

/// The examination of a share and of a server: under way, passed, and with something to mend.
final class ExaminePages {
    private static final Share SHOP =
            new Share("Shop demo", Target.parse("5173"), List.of("demo-vps"), 0, "*", false, true);

    private final ScriptedDoctor doctor = new ScriptedDoctor();
    private final Stand stand;
    private final ComposerPages.Camera camera;
    private final Stage stage;

    private ExaminePages(Stand stand, ComposerPages.Camera camera) throws Exception {
        this.stand = stand;
        this.camera = camera;
        stand.doctor = doctor;
        Stage[] opened = new Stage[1];
        run(
                () -> {
                    opened[0] = new Stage();
                    stand.window(opened[0], MockRows.PORTS).show();
                });
        stage = opened[0];
        settle();
    }

    static void all(Stand stand, ComposerPages.Camera camera) throws Exception {
        MockRows rows = new MockRows(stand);
        rows.servers();
        rows.shares();
        ExaminePages pages = new ExaminePages(stand, camera);
        pages.running();
        pages.passed();
        pages.broken();
        pages.server();
        run(pages.stage::hide);
    }

    private void running() throws Exception {
        run(() -> select(stage, 0));
        settle();
        camera.shoot(stage, "examine-share");
        run(() -> fire(stage, "#details-examine"));
        doctor.awaitAsked(1).passesUntil(Check.GATEWAY_PORTS);
        camera.shoot(stage, "examine-running");
    }

    private void passed() throws Exception {
        doctor.last()
                .finds(ScriptedDoctor.skipped(Check.REACHABLE, "this-computer"))
                .passesTheRest()
                .ends();
        camera.shoot(stage, "examine-passed");
    }

    private void broken() throws Exception {
        Server server = stand.store.settings().servers().getFirst();
        run(() -> fire(stage, "#examine-again"));
        doctor.awaitAsked(2)
                .finds(
                        ScriptedDoctor.keptInside(server, SHOP),
                        ScriptedDoctor.skipped(Check.REACHABLE, "kept-inside"),
                        ScriptedDoctor.failed(
                                Check.LOCAL_SERVICE,
                                Problem.of(ProblemCode.LOCAL_DOWN, "", "target", "localhost:5173")),
                        ScriptedDoctor.skipped(Check.HOST_HEADER, "no-answer"))
                .passesTheRest()
                .ends();
        camera.shoot(stage, "examine-failed");
        run(() -> fire(stage, "#examine-again"));
        doctor.awaitAsked(3).passesUntil(Check.FORWARDING);
        camera.shoot(stage, "examine-again");
        doctor.last().finds(ScriptedDoctor.dropped(server, SHOP, 41233)).passesTheRest().ends();
        camera.shoot(stage, "examine-ways");
    }

    private void server() throws Exception {
        Server server = stand.store.settings().servers().getFirst();
        run(() -> fire(stage, "#examine-back"));
        run(() -> fire(stage, "#rail-servers"));
        settle();
        run(() -> Press.choose(find(stage, "#servers"), 0));
        run(() -> stage.setWidth(960));
        run(() -> stage.setHeight(600));
        camera.shoot(stage, "examine-server");
        run(() -> fire(stage, "#server-examine"));
        doctor.awaitAsked(4)
                .passesUntil(Check.SIGN_IN)
                .finds(ScriptedDoctor.locked(server, SHOP))
                .skipsTheRest()
                .ends();
        camera.shoot(stage, "examine-narrow");
    }
}
