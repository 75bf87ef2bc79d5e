package dev.portico.interop;

import java.util.Set;

/// Whose letters they are.
enum SshProgram {
    SSH("BbcDEeFIiJLlmOopPQRSWw", 'p'),
    AUTOSSH("BbcDEeFIiJLlMmOopPQRSWw", 'p'),
    PLINK("DiLlmPRX", 'P');

    private static final Set<String> PLINK_WITH_VALUE =
            Set.of(
                    "-pw",
                    "-pwfile",
                    "-load",
                    "-hostkey",
                    "-nc",
                    "-proxycmd",
                    "-sshlog",
                    "-sshrawlog",
                    "-sercfg");

    private final String withValue;
    private final char portLetter;

    SshProgram(String withValue, char portLetter) {
        this.withValue = withValue;
        this.portLetter = portLetter;
    }

    static SshProgram of(String command) {
        if (command.contains("plink")) {
            return PLINK;
        }
        return command.contains("autossh") ? AUTOSSH : SSH;
    }

    /// Of plink, whose options are words.
    static boolean takesValue(String option) {
        return PLINK_WITH_VALUE.contains(option);
    }

    boolean takesValue(char letter) {
        return withValue.indexOf(letter) >= 0;
    }

    char portLetter() {
        return portLetter;
    }
}
