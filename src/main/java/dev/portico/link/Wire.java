package dev.portico.link;

/// The numbers of the connection protocol (RFC 4254; 4 and 80 to 82 from RFC 4253 and 4250).
final class Wire {
    static final int DEBUG = 4;
    static final int GLOBAL_REQUEST = 80;
    static final int REQUEST_SUCCESS = 81;
    static final int REQUEST_FAILURE = 82;
    static final int CHANNEL_OPEN = 90;
    static final int CHANNEL_OPEN_CONFIRMATION = 91;
    static final int CHANNEL_OPEN_FAILURE = 92;
    static final int CHANNEL_WINDOW_ADJUST = 93;
    static final int CHANNEL_DATA = 94;
    static final int CHANNEL_EXTENDED_DATA = 95;
    static final int CHANNEL_EOF = 96;
    static final int CHANNEL_CLOSE = 97;
    static final int CHANNEL_REQUEST = 98;
    static final int CHANNEL_SUCCESS = 99;
    static final int CHANNEL_FAILURE = 100;

    static final int PROHIBITED = 1;
    static final int CONNECT_FAILED = 2;
    static final int UNKNOWN_CHANNEL_TYPE = 3;
    static final int RESOURCE_SHORTAGE = 4;

    /// The largest piece of data in one packet, in bytes, either way.
    static final int MAX_DATA = 32 * 1024;

    private Wire() {}
}
