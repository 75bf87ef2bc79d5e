package dev.portico.console;

import dev.portico.interop.config.servers.Imported;
import dev.portico.interop.config.servers.Imports;

import java.util.List;

/// Says what an import would do, and that it was done.
interface ImportReport {
    void show(Imports imports, List<Imported> chosen);

    void done(List<Imported> chosen);
}
