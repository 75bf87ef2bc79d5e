package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.type;

import atlantafx.base.controls.ToggleSwitch;

import dev.portico.fixture.PretendVisit;
import dev.portico.share.Doorway;
import dev.portico.share.Visitor;

import javafx.scene.control.MenuButton;
import javafx.stage.Stage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The page of the visitors, with people who were here and people who are.
final class VisitorsPage {
    private final Stand stand;
    private long id;

    private VisitorsPage(Stand stand) {
        this.stand = stand;
    }

    /// What to do for each picture, in this order. Ends at the shares.
    static Map<String, Runnable> steps(Stand stand, Stage stage) {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("visitors", () -> new VisitorsPage(stand).fill(stage));
        steps.put("visitors-menu", () -> export(stage).show());
        steps.put(
                "visitors-clear",
                () -> {
                    export(stage).hide();
                    fire(stage, "#visitors-clear");
                });
        steps.put("visitors-off", () -> turnOff(stage));
        return steps;
    }

    private static void turnOff(Stage stage) {
        fire(stage, "#visitors-clear-yes");
        ((ToggleSwitch) find(stage, "#visitors-keep")).setSelected(false);
        type(stage, "#visitor-filter", "198.51.100.23");
    }

    private static MenuButton export(Stage stage) {
        return (MenuButton) find(stage, "#visitors-export");
    }

    private void fill(Stage stage) {
        fire(stage, "#rail-visitors");
        gone("Storybook", "2001:db8:7::22", 1, 1_200, 3_100);
        gone("API preview", "192.0.2.8", 18 * 60, 96_400_000, 44_000);
        stand.clock.move(Duration.ofHours(15));
        gone("Shop demo", "198.51.100.23", 130, 220_000, 4_100);
        refused("Storybook", "203.0.113.140");
        gone("API preview", "192.0.2.146", 12 * 60, 842_000, 61_000);
        gone("Shop demo", "203.0.113.9", 41, 1_900_000, 12_000);
        here("Shop demo", "198.51.100.23", 9 * 60, 14_800_000, 118_000);
        here("Shop demo", "2001:db8:40::1f", 18, 412_000, 9_400);
        here("API preview", "203.0.113.77", 4 * 60, 3_100_000, 64_000);
    }

    private void here(String share, String address, int seconds, long sent, long received) {
        door(share).came(new PretendVisit(visitor(address, seconds), sent, received));
    }

    private void gone(String share, String address, int seconds, long sent, long received) {
        PretendVisit visit = new PretendVisit(visitor(address, seconds), sent, received);
        door(share).came(visit);
        door(share).left(visit);
    }

    private void refused(String share, String address) {
        door(share).foundNobody(visitor(address, 0), "nothing listens");
    }

    private Visitor visitor(String address, int secondsAgo) {
        id++;
        return new Visitor(
                1000 + id, address, 50112, stand.clock.instant().minusSeconds(secondsAgo));
    }

    private Doorway door(String share) {
        return stand.linker.doorway(share);
    }
}
