package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.select;
import static dev.portico.desktop.OnScreen.settle;

import dev.portico.interop.export.ExportForm;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;

/// The export of a share and of a server.
final class ExportPages {

    interface Shooting {
        void shoot(Stage stage, String name) throws Exception;
    }

    private ExportPages() {}

    static void all(Stand stand, Stage stage, Shooting camera) throws Exception {
        run(() -> select(stage, 0));
        run(() -> fire(stage, "#details-ssh"));
        run(() -> fire(stage, "#ssh-export"));
        camera.shoot(stage, "export-ssh");
        run(() -> choose(stage, ExportForm.NGINX));
        run(() -> ((CheckBox) find(stage, "#export-passwords")).fire());
        camera.shoot(stage, "export-nginx");
        run(() -> choose(stage, ExportForm.AUTHORIZED_KEYS));
        camera.shoot(stage, "export-refused");
        run(() -> fire(stage, "#export-close"));
        run(() -> fire(stage, "#rail-servers"));
        settle();
        run(() -> Press.choose(find(stage, "#servers"), 0));
        run(() -> fire(stage, "#server-export"));
        run(() -> choose(stage, ExportForm.PORTICO));
        camera.shoot(stage, "export-portico");
        run(() -> fire(stage, "#export-close"));
        run(() -> fire(stage, "#rail-shares"));
    }

    @SuppressWarnings("unchecked") // there is one such box
    private static void choose(Stage stage, ExportForm form) {
        ((ComboBox<ExportForm>) find(stage, "#export-form")).setValue(form);
    }
}
