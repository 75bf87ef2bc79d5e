package dev.portico.console;

import dev.portico.interop.config.Here;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Where the settings are.
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of the settings, instead of the usual one of this system.")
    private @Nullable Path folder;

    Path folder(Surroundings around) {
        Given.refuseEmpty("--config", folder);
        return folder == null ? around.settingsFolder() : folder.toAbsolutePath().normalize();
    }

    /// Servers that follow a file are what it says now.
    SettingsStore open(Surroundings around) {
        SettingsStore store = SettingsStore.open(folder(around), around.clock());
        return FollowedFiles.read(store, Here.of(around.home(), around.env()));
    }
}
