package dev.portico.link;

/// What the server said when it opened a channel for a visitor (RFC 4254, section 7.2).
///
/// @param peer the server's number of the channel
/// @param window bytes that may be sent before the server gives more
/// @param largestPacket in bytes of data
/// @param address of the visitor, as the server wrote it
/// @param port of the visitor
record Opening(int peer, long window, long largestPacket, String address, int port) {}
