package dev.portico.share;

/// A forward that is open now.
public interface LiveForward extends AutoCloseable {
    Forward forward();

    /// Waits for the end that the user did not ask for, and says why it came.
    Problem awaitEnd() throws InterruptedException;

    /// Withdraws the listener from the server and ends its visitors. Returns when the server has
    /// agreed, or after two seconds. Does nothing the second time.
    @Override
    void close();
}
