package dev.portico.share;

import java.time.Instant;

/// One incoming connection, as the server reports it (RFC 4254, section 7.2): where it comes from
/// is the server's word.
///
/// @param id unique within this run of Portico
public record Visitor(long id, String address, int port, Instant since) {}
