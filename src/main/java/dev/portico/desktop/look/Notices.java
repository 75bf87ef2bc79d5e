package dev.portico.desktop.look;

/// Tells the user of something that has happened, without stopping them.
public interface Notices {

    /// @param second a second line, may be empty
    /// @return what takes it back before its time
    Runnable say(Mark mark, String first, String second);

    /// @param action what the user can still do about it
    void offer(Mark mark, String first, String action, Runnable run);
}
