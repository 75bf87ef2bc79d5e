package dev.portico.setup;

/// One thing that was tried with the new account.
///
/// @param well whether it came as it was to be: what is shared opens, all else is refused
public record Tried(What what, boolean well) {

    /// In the order in which it is tried.
    public enum What {
        SIGN_IN(true),
        PORT(true),
        BYTES(true),
        SHELL(false),
        COMMAND(false),
        SFTP(false),
        TERMINAL(false),
        AGENT(false),
        X11(false),
        OTHER_SERVICE(false),
        OTHER_HOST(false),
        OTHER_PORT(false),
        EVERYONE(false);

        private final boolean allowed;

        What(boolean allowed) {
            this.allowed = allowed;
        }

        /// Whether the account is to do this; else it is to be refused.
        public boolean isAllowed() {
            return allowed;
        }
    }
}
