package dev.portico.desktop.ports;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads Linux's `/proc/net/tcp` and `tcp6`, and finds the process of each socket by its inode.
/// Where a socket was found is remembered: only a new one makes a look go through the processes,
/// and one that none of them shows, as it is another user's, is not searched for again and again.
/// While the tables say the same, the processes are only looked at now and then.
public final class ProcPorts implements ListeningPorts {
    private static final String LISTENING = " 0A ";
    private static final String IPV6_LOOPBACK = "00000000000000000000000001000000";
    private static final String IPV4_IN_IPV6 = "0000000000000000FFFF0000";
    private static final int IPV4_DIGITS = 8;

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

    private static final String SOCKET = "socket:[";
    private static final int SEARCHES = 2;
    private static final int DOUBTED = 3;
    private static final int TRUSTED = 10;

    /// Where a socket is held: the process, and its file that stands for the socket.
    private record Place(Path process, Path file) {}

    private final File proc;
    private final long ownPid;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> inVain = new HashMap<>();
    private List<String> read = List.of();
    private List<ListeningPort> found = List.of();
    private int repeats;

    /// @param ownPid of this process
    public ProcPorts(Path proc, long ownPid) {
        this.proc = proc.toFile();
        this.ownPid = ownPid;
    }

    @Override
    public synchronized List<ListeningPort> find() throws IOException {
        List<String> lines = new ArrayList<>(listening("net/tcp"));
        lines.addAll(listening("net/tcp6"));
        repeats = lines.equals(read) ? repeats + 1 : 0;
        read = lines;
        if (repeats < DOUBTED || repeats % TRUSTED == 0) {
            found = find(lines.stream().map(ProcPorts::socket).toList());
        }
        return found;
    }

    private List<ListeningPort> find(List<Socket> sockets) {
        locate(sockets.stream().map(Socket::inode).collect(Collectors.toSet()));
        Map<Path, Owner> owners = new HashMap<>();
        Map<Integer, ListeningPort> byNumber = new TreeMap<>();
        for (Socket socket : sockets) {
            if (socket.isReachableHere()) {
                Owner owner = owner(socket, owners);
                byNumber.putIfAbsent(
                        socket.port(),
                        new ListeningPort(
                                socket.port(),
                                owner.process(),
                                owner.project(),
                                socket.isIpv6Loopback(),
                                owner.pid() == ownPid));
            }
        }
        return List.copyOf(byNumber.values());
    }

    private List<String> listening(String table) throws IOException {
        Path file = proc.toPath().resolve(table);
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            // the kernel writes those that listen first, however many connections follow
            return lines.skip(1).takeWhile(line -> line.contains(LISTENING)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Socket socket(String line) {
        String[] fields = line.strip().split("\\s+", -1);
        int colon = fields[1].lastIndexOf(':');
        int port = Integer.parseInt(fields[1].substring(colon + 1), 16);
        return new Socket(port, fields[1].substring(0, colon), fields[9]);
    }

    private void locate(Set<String> inodes) {
        places.keySet().retainAll(inodes);
        places.entrySet().removeIf(known -> !inode(known.getValue().file()).equals(known.getKey()));
        inVain.keySet().retainAll(inodes);
        Set<String> missing = new HashSet<>(inodes);
        missing.removeAll(places.keySet());
        missing.removeIf(inode -> inVain.getOrDefault(inode, 0) >= SEARCHES);
        if (missing.isEmpty()) {
            return;
        }
        for (File process : newestFirst()) {
            search(process, missing);
            if (missing.isEmpty()) {
                return;
            }
        }
        missing.forEach(inode -> inVain.merge(inode, 1, Integer::sum));
    }

    /// A new listener is most often one of a new process.
    private List<File> newestFirst() {
        File[] all = proc.listFiles((_, name) -> Character.isDigit(name.charAt(0)));
        return all == null
                ? List.of()
                : Stream.of(all)
                        .sorted(Comparator.comparingLong(ProcPorts::pid).reversed())
                        .toList();
    }

    private void search(File process, Set<String> missing) {
        // null where the process is another user's, or has just ended
        String[] files = new File(process, "fd").list();
        Path owner = process.toPath();
        for (int i = 0; files != null && i < files.length && !missing.isEmpty(); i++) {
            Path file = owner.resolve("fd").resolve(files[i]);
            String inode = inode(file);
            if (missing.remove(inode)) {
                places.put(inode, new Place(owner, file));
            }
        }
    }

    /// Of the socket that the file stands for; empty for another kind of file, or one that is gone.
    private static String inode(Path file) {
        try {
            String to = Files.readSymbolicLink(file).toString();
            return to.startsWith(SOCKET) ? to.substring(SOCKET.length(), to.length() - 1) : "";
        } catch (IOException _) {
            return "";
        }
    }

    private Owner owner(Socket socket, Map<Path, Owner> owners) {
        Place place = places.get(socket.inode());
        return place == null
                ? Owner.UNKNOWN
                : owners.computeIfAbsent(place.process(), ProcPorts::owner);
    }

    private static Owner owner(Path process) {
        try {
            Path folder = Files.readSymbolicLink(process.resolve("cwd")).getFileName();
            return new Owner(
                    pid(process.toFile()), name(process), folder == null ? "" : folder.toString());
        } catch (IOException _) {
            return Owner.UNKNOWN; // it has just ended: its ports stay without a name
        }
    }

    private static long pid(File process) {
        return Long.parseLong(process.getName());
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
