package dev.portico.desktop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.servers.ServerForm.Field;
import dev.portico.desktop.shares.ComposerModel;
import dev.portico.desktop.shares.DeskFixture;
import dev.portico.desktop.shares.ServerUse;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.fixture.Await;
import dev.portico.share.PortRange;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/// What else stands on the page of a server.
class ServerPageTest {
    private DeskFixture fixture;
    private SharesModel shares;
    private ServersModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        PortWatch watch = fixture.watch(() -> List.of(new ListeningPort(3000, "vite", "", false)));
        shares = new SharesModel(fixture.desk, watch);
        model =
                new ServersModel(
                        fixture.desk, shares, new ComposerModel(fixture.desk, shares, watch));
        fixture.save(DeskFixture.server("vps"), DeskFixture.server("attic"));
        model.refresh();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aCopyStandsBelowUnderAFreeName() {
        model.duplicate("vps");
        model.duplicate("vps");
        assertThat(names()).containsExactly("vps", "vps-3", "vps-2", "attic");
        assertThat(model.selectedProperty().get()).contains("vps-3");
        assertThat(fixture.store.settings().server("vps-3").orElseThrow())
                .isEqualTo(DeskFixture.server("vps").withName("vps-3"));
    }

    @Test
    void publicAddressAndPortsAreSavedAndShown() {
        model.select("vps");
        type(Field.PUBLIC, "[2001:db8::1]");
        type(Field.PORTS, "20000 - 29999");
        assertThat(model.save()).isTrue();
        Server saved = fixture.store.settings().server("vps").orElseThrow();
        assertThat(saved.publicAddress()).contains("2001:db8::1");
        assertThat(saved.ports()).contains(new PortRange(20_000, 29_999));
        assertThat(model.form().valueProperty(Field.PORTS).get()).isEqualTo("20000-29999");

        type(Field.PUBLIC, "");
        type(Field.PORTS, "");
        assertThat(model.save()).isTrue();
        Server after = fixture.store.settings().server("vps").orElseThrow();
        assertThat(after.publicAddress()).isEmpty();
        assertThat(after.ports()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PORTS, 20000-2999, Ends before it begins. Did you mean 20000-29999?",
        "PORTS, 0, '\"0\" is not a port. Ports go from 1 to 65535.'",
        "PUBLIC, demo.example.com:80, Only the address goes here; each share has a port of its"
                + " own.",
        "PUBLIC, https://demo, '\"https://demo\" is not a host name or an address.'"
    })
    void whatIsWrongIsSaidBesideTheField(Field field, String text, String said) {
        model.select("vps");
        type(field, text);
        model.form().judge(field);
        assertThat(model.form().errorProperty(field).get()).isEqualTo(said);
        assertThat(model.save()).isFalse();
    }

    @Test
    void whatGoesThroughTheServerStandsOnItsPage() {
        fixture.linker.grant("web", 41233);
        shares.share(new Share("web", Target.parse("3000"), "vps", 0, "localhost"), true);
        shares.share(new Share("nas", Target.parse("nas:80"), "attic", 0, "localhost"), true);
        Await.until(() -> fixture.linker.isOpen("web"));
        shares.refresh();
        model.select("vps");
        ServerUse use = model.throughProperty().get();
        assertThat(use.through())
                .containsExactly(
                        new ServerUse.Through(Mark.OPEN, "Open", "web", "localhost:3000", "41233"));
        model.add();
        model.refresh();
        assertThat(model.throughProperty().get().through()).isEmpty();
    }

    private List<String> names() {
        return fixture.store.settings().servers().stream().map(Server::name).toList();
    }

    private void type(Field field, String text) {
        model.form().valueProperty(field).set(text);
    }
}
