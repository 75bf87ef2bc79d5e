package dev.portico.desktop.ports;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads Linux's `/proc/net/tcp` and `tcp6`, and finds the process of each socket by its inode.
public final class ProcPorts implements ListeningPorts {
    private static final String LISTENING = "0A";
    private static final String IPV6_LOOPBACK = "00000000000000000000000001000000";
    private static final String IPV4_IN_IPV6 = "0000000000000000FFFF0000";
    private static final int IPV4_DIGITS = 8;
    private static final int TRUSTED = 8;

    private record Socket(int port, String address, String inode) {
        boolean isIpv6Loopback() {
            return address.equals(IPV6_LOOPBACK);
        }

        boolean isReachableHere() {
            return isIpv6Loopback()
                    || address.chars().allMatch(c -> c == '0')
                    || (isIpv4() && address.endsWith("7F"));
        }

        private boolean isIpv4() {
            return address.length() == IPV4_DIGITS || address.startsWith(IPV4_IN_IPV6);
        }
    }

    private record Owner(long pid, String process, String project) {
        static final Owner UNKNOWN = new Owner(-1, "", "");
    }

    /// Who owns a socket changes so seldom that all processes are asked only now and then.
    private record Known(Map<String, Owner> owners, int looks) {
        static final Known NOTHING = new Known(Map.of(), 0);

        boolean stillHolds(Set<String> inodes, Path proc) {
            return looks < TRUSTED
                    && owners.keySet().containsAll(inodes)
                    && inodes.stream()
                            .map(inode -> owners.getOrDefault(inode, Owner.UNKNOWN))
                            .filter(owner -> !owner.equals(Owner.UNKNOWN))
                            .map(Owner::pid)
                            .distinct()
                            .allMatch(pid -> Files.exists(proc.resolve(String.valueOf(pid))));
        }
    }

    private final Path proc;
    private final long ownPid;
    private volatile Known known = Known.NOTHING;

    /// @param ownPid of this process
    public ProcPorts(Path proc, long ownPid) {
        this.proc = proc;
        this.ownPid = ownPid;
    }

    @Override
    public List<ListeningPort> find() throws IOException {
        List<Socket> sockets = new ArrayList<>(sockets("net/tcp"));
        sockets.addAll(sockets("net/tcp6"));
        Map<String, Owner> owners = known(inodes(sockets));
        Map<Integer, ListeningPort> found = new TreeMap<>();
        for (Socket socket : sockets) {
            Owner owner = owners.getOrDefault(socket.inode(), Owner.UNKNOWN);
            if (socket.isReachableHere()) {
                found.putIfAbsent(
                        socket.port(),
                        new ListeningPort(
                                socket.port(),
                                owner.process(),
                                owner.project(),
                                socket.isIpv6Loopback(),
                                owner.pid() == ownPid));
            }
        }
        return List.copyOf(found.values());
    }

    private static Set<String> inodes(List<Socket> sockets) {
        return Set.copyOf(sockets.stream().map(Socket::inode).toList());
    }

    private List<Socket> sockets(String table) throws IOException {
        Path file = proc.resolve(table);
        if (!Files.isReadable(file)) {
            return List.of();
        }
        List<Socket> sockets = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 9 && fields[3].equals(LISTENING)) {
                int colon = fields[1].lastIndexOf(':');
                int port = Integer.parseInt(fields[1].substring(colon + 1), 16);
                sockets.add(new Socket(port, fields[1].substring(0, colon), fields[9]));
            }
        }
        return sockets;
    }

    private Map<String, Owner> known(Set<String> inodes) throws IOException {
        Known before = known;
        Known now =
                before.stillHolds(inodes, proc)
                        ? new Known(before.owners(), before.looks() + 1)
                        : new Known(owners(inodes), 0);
        known = now;
        return now.owners();
    }

    private Map<String, Owner> owners(Set<String> inodes) throws IOException {
        Map<String, Owner> owners = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (owners.size() == inodes.size()) {
                    break;
                }
                addOwned(process, inodes, owners);
            }
        }
        inodes.forEach(inode -> owners.putIfAbsent(inode, Owner.UNKNOWN));
        return owners;
    }

    private static void addOwned(Path process, Set<String> inodes, Map<String, Owner> owners) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                String to = Files.readSymbolicLink(file).toString();
                if (to.startsWith("socket:[")) {
                    String inode = to.substring("socket:[".length(), to.length() - 1);
                    if (inodes.contains(inode)) {
                        owners.putIfAbsent(inode, owner(process));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // another user's process, or one that has just ended: its ports stay without a name
        }
    }

    private static Owner owner(Path process) throws IOException {
        Path folder = Files.readSymbolicLink(process.resolve("cwd")).getFileName();
        return new Owner(
                Long.parseLong(process.getFileName().toString()),
                name(process),
                folder == null ? "" : folder.toString());
    }

    /// Newer versions of Node name the process after its thread.
    private static String name(Path process) throws IOException {
        String name = Files.readString(process.resolve("comm")).strip();
        if (!name.endsWith("MainThread")) {
            return name;
        }
        Path program = Files.readSymbolicLink(process.resolve("exe")).getFileName();
        return program == null ? name : program.toString();
    }
}
