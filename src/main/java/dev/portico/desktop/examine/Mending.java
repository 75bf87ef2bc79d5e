package dev.portico.desktop.examine;

import java.util.List;

/// A failed check in full.
///
/// @param saidLabel what stands above the words that came with it; empty where there are none
/// @param copied what is copied as a whole; empty where the blocks are ways to choose from
record Mending(
        String title,
        String cause,
        String saidLabel,
        String said,
        String remedy,
        List<Block> blocks,
        String copied) {

    /// Lines that belong together.
    ///
    /// @param place where they belong
    record Block(String place, String lines) {}
}
