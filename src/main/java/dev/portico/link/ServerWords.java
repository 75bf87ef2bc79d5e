package dev.portico.link;

import java.util.ArrayList;
import java.util.List;

/// What the server says beside the protocol, in SSH_MSG_DEBUG (RFC 4253, section 11.3): why it
/// refuses, what it overrides.
final class ServerWords {
    private static final int MOST = 64;

    private final List<String> words = new ArrayList<>();
    private int forgotten;

    synchronized void add(String text) {
        words.add(text);
        if (words.size() > MOST) {
            words.removeFirst();
            forgotten++;
        }
    }

    /// A place to read on from later.
    synchronized int mark() {
        return forgotten + words.size();
    }

    synchronized List<String> since(int mark) {
        int from = Math.clamp(mark - forgotten, 0, words.size());
        return List.copyOf(words.subList(from, words.size()));
    }
}
