package dev.portico.console;

/// The end of the process, asked for from outside by SIGINT, SIGTERM or a closed terminal.
public interface ProcessEnd {

    /// The JVM's own. After SIGINT it would end with 130, were it not halted inside the hook.
    ProcessEnd JVM =
            new ProcessEnd() {
                @Override
                public void onSignal(Thread hook) {
                    Runtime.getRuntime().addShutdownHook(hook);
                }

                @Override
                public boolean forget(Thread hook) {
                    try {
                        return Runtime.getRuntime().removeShutdownHook(hook);
                    } catch (IllegalStateException _) {
                        return false;
                    }
                }

                @Override
                public void halt(int code) {
                    Runtime.getRuntime().halt(code);
                }
            };

    void onSignal(Thread hook);

    /// @return false when the end has begun already
    boolean forget(Thread hook);

    void halt(int code);
}
