package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// What a server follows is remembered.
class ServerLinksTest {
    private static final ServerLink LINK =
            new ServerLink("vps", Path.of("/home/me/.ssh/config"), "web", List.of("ADDRESS"));

    @TempDir private Path folder;

    @Test
    void linksAreReadBack() {
        change(List.of(LINK));
        assertThat(settings().links()).containsExactly(LINK);
        assertThat(settings().link("vps")).contains(LINK);
    }

    @Test
    void whereNoneIsThereIsNoWordOfThem() throws IOException {
        change(List.of());
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain("links");
        assertThat(settings().links()).isEmpty();
    }

    @Test
    void linksAreKeptWhenOtherThingsChange() {
        change(List.of(LINK));
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            store.update(
                    all ->
                            all.withServers(List.of())
                                    .withShares(List.of())
                                    .withWindow(all.window())
                                    .withVisitorLog(all.visitorLog()));
        }
        assertThat(settings().links()).containsExactly(LINK);
    }

    @Test
    void aLinkThatIsNoneMakesTheFileUnfit() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"version\":1,\"links\":[{\"server\":\"vps\",\"file\":\"/f\"}]}");
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            assertThat(store.problem()).isPresent();
        }
    }

    private void change(List<ServerLink> links) {
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            Server vps = new Server("vps", "host", 22, "me", new SignIn.Automatic());
            store.update(all -> all.withServers(List.of(vps)).withLinks(links));
        }
    }

    private Settings settings() {
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            return store.settings();
        }
    }
}
