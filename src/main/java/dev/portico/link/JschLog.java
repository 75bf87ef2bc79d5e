package dev.portico.link;

import com.jcraft.jsch.Logger;

/// JSch's log, one level down: what it calls information is detail here.
final class JschLog implements Logger {
    private static final System.Logger LOG = System.getLogger(JschLog.class.getName());

    @Override
    public boolean isEnabled(int level) {
        return LOG.isLoggable(level(level));
    }

    @Override
    public void log(int level, String message) {
        LOG.log(level(level), message);
    }

    private static System.Logger.Level level(int level) {
        return level >= ERROR ? System.Logger.Level.INFO : System.Logger.Level.DEBUG;
    }
}
