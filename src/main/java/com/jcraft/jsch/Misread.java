package com.jcraft.jsch;

/// JSch stumbled over what a server sent: it looks for no error in a packet before it reads it.
///
/// Unchecked, as JSch takes other exceptions during the sign-in for a method that failed.
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String OWN_PACKAGE = Misread.class.getPackageName() + ".";

    Misread(String what, RuntimeException cause) {
        super("the server broke the SSH protocol (" + what + ")", cause);
    }

    /// Whether JSch, or Java on its behalf, failed, and not who was asked by it.
    static boolean isOf(RuntimeException e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            String name = frame.getClassName();
            if (!name.startsWith("java.")
                    && !name.startsWith("javax.")
                    && !name.matches("(com\\.)?sun\\..*")) {
                return name.startsWith(OWN_PACKAGE);
            }
        }
        return true; // Java leaves the trace out of what it throws often
    }

    /// @param message the type of the last message that could be read, RFC 4250, section 4.1.2
    static String part(int message) {
        if (message < 20) {
            return "packet";
        }
        return message < 50 ? "key exchange" : message < 80 ? "sign-in" : "message " + message;
    }
}
