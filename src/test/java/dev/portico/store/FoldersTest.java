package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class FoldersTest {
    private static final Path HOME = Path.of("/home/me");

    @Test
    void linuxFollowsXdg() {
        assertThat(Folders.settings(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", HOME))
                .isEqualTo(Path.of("/x/portico"));
        assertThat(Folders.settings(Map.of(), "Linux", HOME))
                .isEqualTo(Path.of("/home/me/.config/portico"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(Folders.settings(Map.of("XDG_CONFIG_HOME", "x"), "Linux", HOME))
                .isEqualTo(Path.of("/home/me/.config/portico"));
    }

    @Test
    void windowsAndMacHaveTheirOwnPlaces() {
        assertThat(Folders.settings(Map.of("APPDATA", "/app"), "Windows 11", HOME))
                .isEqualTo(Path.of("/app/Portico"));
        assertThat(Folders.settings(Map.of(), "Mac OS X", HOME))
                .isEqualTo(Path.of("/home/me/Library/Application Support/Portico"));
    }
}
