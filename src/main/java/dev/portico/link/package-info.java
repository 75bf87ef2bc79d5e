/// SSH sessions and the forwards on them. JSch is the transport; the channels of remote forwards
/// are Portico's own.
///
/// Per session four threads, however many visitors: JSch's **reader** decrypts and hands packets to
/// [Dispatch], which writes straight into local sockets; the [Sender] reads local sockets and is
/// the only thread that sends; the [Drain] waits for local services that are slow to take what is
/// theirs; a watchdog listens for silence. What each may touch stands at the class.
@NullMarked
package dev.portico.link;

import org.jspecify.annotations.NullMarked;
