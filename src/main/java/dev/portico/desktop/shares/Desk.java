package dev.portico.desktop.shares;

import dev.portico.desktop.look.Background;
import dev.portico.desktop.look.Notices;
import dev.portico.desktop.look.Texts;
import dev.portico.practice.Practice;
import dev.portico.setup.SetUp;
import dev.portico.share.HostKeyBook;
import dev.portico.share.Keyring;
import dev.portico.share.Shares;
import dev.portico.store.SettingsStore;

import java.time.InstantSource;
import java.util.function.Consumer;

/// What the view models of the window work with.
///
/// @param copy puts a text into the clipboard
/// @param browse opens a link in the user's browser
public record Desk(
        Shares shares,
        SettingsStore store,
        Practice practice,
        HostKeyBook hostKeys,
        Keyring keyring,
        SetUp.Tools setUp,
        InstantSource clock,
        Texts texts,
        Background background,
        Notices notices,
        Consumer<String> copy,
        Consumer<String> browse) {}
