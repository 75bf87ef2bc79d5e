package dev.portico.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.OwnBus;

import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The tray as a panel sees it, on a session bus of its own.
@Timeout(60)
class StatusNotifierTrayTest {
    private static final MenuEntry SHOP =
            new MenuEntry.Check(
                    new TrayAction.Toggle("Shop_demo"), "Shop_demo · 41233", true, TrayMark.OPEN);
    private static final MenuEntry LINKS =
            new MenuEntry.Submenu(
                    "Copy link",
                    List.of(
                            new MenuEntry.Choice(
                                    new TrayAction.CopyLink("Shop_demo"), "the link", true)));
    private static final MenuEntry STOP =
            new MenuEntry.Choice(new TrayAction.StopAll(), "Stop all", false);
    private static final MenuEntry QUIT = new MenuEntry.Choice(new TrayAction.Quit(), "Quit", true);
    private static final TraySight ONE_OPEN =
            new TraySight(
                    TrayMark.OPEN,
                    false,
                    "Portico: 1 open",
                    List.of(SHOP, new MenuEntry.Line(1), LINKS, STOP, QUIT));

    private final List<TrayAction> chosen = new CopyOnWriteArrayList<>();
    private final AtomicInteger gone = new AtomicInteger();
    private OwnBus bus;
    private StatusNotifierTray tray;

    @BeforeEach
    void start() {
        bus = OwnBus.start();
        tray = new StatusNotifierTray(bus.address());
    }

    @AfterEach
    void end() {
        if (tray != null) {
            tray.close();
            bus.close();
        }
    }

    @Test
    void thePanelReadsIconAndTooltip() throws Exception {
        try (PretendPanel panel = panel()) {
            assertThat(panel.property("Title")).isEqualTo("Portico");
            assertThat(panel.property("Status")).isEqualTo("Active");
            tray.show(ONE_OPEN);
            Await.until(() -> panel.tooltips() == 1);
            Object[] tooltip = (Object[]) panel.property("ToolTip");
            assertThat(tooltip[2]).isEqualTo("Portico: 1 open");
            Map<Integer, byte[]> pixmaps = panel.pixmaps();
            assertThat(pixmaps).containsOnlyKeys(22, 24, 32, 48);
            assertThat(pixmaps)
                    .allSatisfy((side, bytes) -> assertThat(bytes).hasSize(4 * side * side));
            assertThat(pixmaps.get(22))
                    .isEqualTo(
                            Picture.networkOrder(Drawings.icon(TrayMark.OPEN, false).pixels(22)));
            assertThat(argb(pixmaps.get(22), 22, 15, 15)).isEqualTo(0xff28903f);
            panel.click();
            Await.until(() -> chosen.equals(List.of(new TrayAction.OpenWindow())));
        }
    }

    @Test
    void signalsGoOutOnlyWhenSomethingChanged() throws Exception {
        try (PretendPanel panel = panel()) {
            tray.show(ONE_OPEN);
            Await.until(() -> panel.layouts() == 1 && panel.icons() == 1);
            tray.show(
                    new TraySight(
                            TrayMark.OPEN, false, "Portico: 1 open", List.copyOf(ONE_OPEN.menu())));
            tray.show(new TraySight(TrayMark.OPEN, false, "Portico: so", ONE_OPEN.menu()));
            Await.until(() -> panel.tooltips() == 2);
            assertThat(panel.icons()).isEqualTo(1);
            assertThat(panel.layouts()).isEqualTo(1);
            tray.show(new TraySight(TrayMark.FAILED, false, "Portico: so", ONE_OPEN.menu()));
            Await.until(() -> panel.icons() == 2);
            tray.show(new TraySight(TrayMark.FAILED, false, "Portico: so", List.of(QUIT)));
            Await.until(() -> panel.layouts() == 2);
            assertThat(panel.tooltips()).isEqualTo(2);
        }
    }

    @Test
    void theMenuShowsWishesAndTakesThem() throws Exception {
        try (PretendPanel panel = panel()) {
            tray.show(ONE_OPEN);
            Await.until(() -> panel.layouts() == 1);
            List<PretendPanel.Row> rows = panel.menu();
            assertThat(rows).hasSize(5);
            PretendPanel.Row shop = PretendPanel.find(rows, "Shop__demo · 41233");
            assertThat(shop.value("toggle-type")).isEqualTo("checkmark");
            assertThat(shop.value("toggle-state")).isEqualTo(1);
            assertThat(shop.value("icon-data")).isNotEqualTo("");
            assertThat(rows.get(1).value("type")).isEqualTo("separator");
            assertThat(rows.get(2).value("children-display")).isEqualTo("submenu");
            assertThat(rows.get(3).value("enabled")).isEqualTo(false);
            panel.choose("Shop__demo · 41233");
            panel.choose("the link");
            panel.choose("Stop all");
            panel.choose("Quit");
            Await.until(
                    () ->
                            chosen.equals(
                                    List.of(
                                            new TrayAction.Toggle("Shop_demo"),
                                            new TrayAction.CopyLink("Shop_demo"),
                                            new TrayAction.Quit())));
        }
    }

    @Test
    void thePartsOfTheMenuCanBeAskedForAlone() throws Exception {
        try (PretendPanel panel = panel()) {
            tray.show(ONE_OPEN);
            Await.until(() -> panel.layouts() == 1);
            int quit = PretendPanel.find(panel.menu(), "Quit").id();
            TrayBus.Menu menu = panel.menuObject();
            assertThat(menu.GetLayout(0, 1, List.of("label")).second.children).hasSize(5);
            assertThat(menu.GetLayout(0, 0, List.of()).second.children).isEmpty();
            assertThat(menu.GetLayout(quit, -1, List.of()).second.id).isEqualTo(quit);
            assertThat(menu.GetGroupProperties(List.of(quit), List.of("label")))
                    .singleElement()
                    .satisfies(one -> assertThat(one.values).containsOnlyKeys("label"));
            assertThat(menu.GetProperty(quit, "label").getValue()).isEqualTo("Quit");
            assertThat(menu.AboutToShow(quit)).isFalse();
            assertThat(menu.AboutToShowGroup(List.of(quit, 999)).second).containsExactly(999);
            TrayBus.Happening click =
                    new TrayBus.Happening(quit, "clicked", new Variant<>(0), new UInt32(1));
            assertThat(menu.EventGroup(List.of(click))).isEmpty();
            Await.until(() -> chosen.equals(List.of(new TrayAction.Quit())));
        }
    }

    @Test
    void aClickThatComesLateSwitchesNoOtherShare() throws Exception {
        try (PretendPanel panel = panel()) {
            tray.show(ONE_OPEN);
            Await.until(() -> panel.layouts() == 1);
            int shop = panel.menu().getFirst().id();
            MenuEntry other =
                    new MenuEntry.Check(
                            new TrayAction.Toggle("NAS"), "NAS", true, TrayMark.WAITING);
            tray.show(new TraySight(TrayMark.WAITING, false, "Portico", List.of(other, QUIT)));
            Await.until(() -> panel.layouts() == 2);
            panel.menuObject().Event(shop, "clicked", new Variant<>(0), new UInt32(1));
            panel.choose("Quit");
            Await.until(() -> !chosen.isEmpty());
            assertThat(chosen).containsExactly(new TrayAction.Quit());
        }
    }

    @Test
    void aPanelThatDiesIsNoticedAndOneThatComesBackGetsTheIconAgain() throws Exception {
        assertThat(tray.isThere()).isFalse();
        PretendPanel first = panel();
        assertThat(tray.isThere()).isTrue();
        first.close();
        Await.until(() -> gone.get() == 1);
        assertThat(tray.isThere()).isFalse();
        try (PretendPanel second = new PretendPanel(bus.address())) {
            Await.until(second::hasItem);
            assertThat(tray.isThere()).isTrue();
            tray.show(ONE_OPEN);
            Await.until(() -> second.layouts() == 1);
            second.loseHost();
            Await.until(() -> gone.get() == 2);
            assertThat(tray.isThere()).isFalse();
        }
    }

    @Test
    void whereThereIsNoPanelThereIsNoIconAndNoError() {
        tray.start(chosen::add, gone::incrementAndGet);
        tray.show(ONE_OPEN);
        tray.tell("Nobody", "hears this");
        assertThat(tray.isThere()).isFalse();
        StatusNotifierTray nowhere = new StatusNotifierTray("unix:path=/nonexistent");
        nowhere.show(ONE_OPEN);
        assertThat(nowhere.isThere()).isFalse();
        nowhere.close();
    }

    @Test
    void notificationsAreTextAndNotMarkup() throws Exception {
        try (PretendPanel panel = panel()) {
            tray.tell("Shop demo is open", "<b>http://a/?b&c");
            Await.until(() -> !panel.told().isEmpty());
            assertThat(panel.told())
                    .containsExactly(List.of("Shop demo is open", "&lt;b&gt;http://a/?b&amp;c"));
        }
    }

    @Test
    void eachSumHasASilhouetteOfItsOwn() {
        List<String> silhouettes =
                List.of(TrayMark.STOPPED, TrayMark.OPEN, TrayMark.WAITING, TrayMark.FAILED).stream()
                        .map(sum -> Drawings.icon(sum, false).pixels(22))
                        .map(
                                pixels ->
                                        Arrays.toString(
                                                Arrays.stream(pixels)
                                                        .map(pixel -> pixel >>> 31)
                                                        .toArray()))
                        .toList();
        assertThat(silhouettes).doesNotHaveDuplicates();
    }

    /// A panel on the bus that has the icon.
    private PretendPanel panel() throws Exception {
        PretendPanel panel = new PretendPanel(bus.address());
        tray.start(chosen::add, gone::incrementAndGet);
        Await.until(panel::hasItem);
        assertThat(tray.isThere()).isTrue();
        return panel;
    }

    private static int argb(byte[] bytes, int side, int x, int y) {
        return java.nio.ByteBuffer.wrap(bytes).getInt(4 * (y * side + x));
    }
}
