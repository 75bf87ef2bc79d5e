package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.select;
import static dev.portico.desktop.OnScreen.settle;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.nio.file.Path;

/// Takes pictures of the main screens on a screen of fine pixels; a program of its own, to be run
/// with a display that scales.
public final class LargePictures {
    private LargePictures() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        OnScreen.start();
        Pictures light = new Pictures(folder, "light", "en");
        firstRun(light);
        screens(light);
        screens(new Pictures(folder, "dark", "en"));
        screens(new Pictures(folder, "light", "zh"));
        Platform.exit();
    }

    private static void firstRun(Pictures pictures) throws Exception {
        try (Stand stand = pictures.stand()) {
            Stage stage = pictures.open(stand);
            pictures.shoot(stage, "large-first-run");
            Pictures.close(stage);
        }
    }

    private static void screens(Pictures pictures) throws Exception {
        try (Stand stand = pictures.stand()) {
            MockRows rows = new MockRows(stand);
            rows.servers();
            rows.shares();
            Stage stage = pictures.open(stand);
            rows.traffic();
            settle();
            rows.second();
            settle();
            rows.second();
            rows.reach();
            DetailsPages.visitors(stand);
            run(() -> select(stage, 0));
            pictures.shoot(stage, "large-main");
            run(() -> fire(stage, "#rail-servers"));
            settle();
            run(() -> Press.choose(find(stage, "#servers"), 3));
            pictures.shoot(stage, "large-servers");
            Pictures.close(stage);
        }
    }
}
