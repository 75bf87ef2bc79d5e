package com.jcraft.jsch;

/// Answers what a server wants during the sign-in, as bytes that are wiped after they were sent.
/// Called on the thread that connects.
public interface Answers extends UserInfo {

    /// Whether another secret may be sent.
    boolean mayAnswer();

    /// @return null when there is none
    byte[] password();

    /// @return one for each prompt; null when there are none
    byte[][] answers(String name, String instruction, String[] prompts, boolean[] echo);

    /// What was sent was right, and may not have been all that the server wants.
    void accepted();

    void refused();
}
