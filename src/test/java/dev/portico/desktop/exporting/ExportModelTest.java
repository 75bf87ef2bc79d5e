package dev.portico.desktop.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.shares.DeskFixture;
import dev.portico.interop.export.ExportForm;
import dev.portico.share.Share;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the export shows, without a toolkit.
class ExportModelTest {
    @TempDir Path folder;

    private DeskFixture fixture;
    private ExportModel model;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"), DeskFixture.server("idle"));
        fixture.store.update(
                all ->
                        all.withShares(
                                List.of(
                                        share("web", "vps", 8080),
                                        share("api", "vps", 8081),
                                        share("try", "practice", 0))));
        model = new ExportModel(fixture.desk, folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Share share(String name, String server, int port) {
        return new Share(name, Target.parse("3000"), server, port, "localhost");
    }

    private String words(ExportForm form) {
        model.choose(form, false);
        return model.written().words();
    }

    @Test
    void aShareIsShownInEachForm() {
        model.openShare("web");
        assertThat(model.written().words()).startsWith("ssh -N ").contains(":8080:");
        for (ExportForm form : ExportForm.values()) {
            assertThat(words(form)).as("%s", form).isNotBlank();
            assertThat(model.written().isText())
                    .as("%s", form)
                    .isEqualTo(form != ExportForm.AUTHORIZED_KEYS); // no key file is known
            assertThat(model.fileName()).as("%s", form).isNotBlank();
        }
    }

    @Test
    void aServerIsAllThatGoesThroughIt() {
        model.openServer("vps");
        assertThat(words(ExportForm.SSH_CONFIG)).contains("Host web\n", "Host api\n");
        assertThat(words(ExportForm.SYSTEMD)).contains("Choose one share");
        model.openServer("idle");
        assertThat(model.form()).isEqualTo(ExportForm.PORTICO);
        assertThat(model.written().words()).contains("\"idle\"").doesNotContain("\"web\"");
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        model.openShare("try");
        assertThat(model.written().isText()).isFalse();
        assertThat(model.written().words()).contains("practice server");
        model.openShare("web");
        assertThat(words(ExportForm.AUTHORIZED_KEYS)).doesNotContain("--public-key");
    }

    @Test
    void passwordsAreAskedForByWebServersAlone() {
        model.openShare("web");
        model.choose(ExportForm.NGINX, true);
        assertThat(model.written().words()).contains("auth_basic");
        model.choose(ExportForm.SSH, true);
        assertThat(model.written().words()).startsWith("ssh ");
    }

    @Test
    void theTextIsCopiedOrSaved() throws Exception {
        model.openShare("web");
        model.copy();
        assertThat(fixture.clipboard).containsExactly(model.written().words());
        Path file = folder.resolve("web.sh");
        model.save(file);
        assertThat(Files.readString(file)).isEqualTo(model.written().words());
        assertThat(fixture.notices.said).anyMatch(it -> it.contains("Export saved"));
        model.save(folder.resolve("absent").resolve("web.sh"));
        assertThat(fixture.notices.said).anyMatch(it -> it.contains("cannot be written there"));
    }
}
