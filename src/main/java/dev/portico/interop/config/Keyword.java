package dev.portico.interop.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A keyword of ssh_config(5): how its value is written, and what becomes of it.
record Keyword(String name, Grammar grammar, Use use) {

    enum Use {
        KEPT,
        /// The server may behave differently without it.
        LEFT_OUT,
        NOT_NEEDED
    }

    enum Grammar {
        HOST,
        MATCH,
        INCLUDE,
        /// One word.
        WORD,
        /// At least one word.
        WORDS,
        FLAG,
        NUMBER,
        TIME,
        PORT,
        JUMPS,
        FORWARD,
        LISTENER,
        CHECKING,
        FAMILY,
        /// All of the line, quotes and all.
        LINE,
        /// Not judged.
        ANY
    }

    private static final String STRUCTURE = "host:HOST match:MATCH include:INCLUDE ";

    private static final String KEPT =
            "hostname:WORD port:PORT user:WORD identityfile:WORD identitiesonly:FLAG"
                    + " proxyjump:JUMPS userknownhostsfile:WORDS stricthostkeychecking:CHECKING"
                    + " serveraliveinterval:TIME serveralivecountmax:NUMBER connecttimeout:TIME"
                    + " remoteforward:FORWARD pubkeyauthentication:ANY hostkeyalgorithms:WORD"
                    + " pubkeyacceptedalgorithms:WORD kexalgorithms:WORD ciphers:WORD macs:WORD"
                    + " ignoreunknown:WORDS clearallforwardings:FLAG";

    private static final String LEFT_OUT =
            "proxycommand:LINE knownhostscommand:LINE hostkeyalias:WORD identityagent:WORD"
                + " certificatefile:WORD addressfamily:FAMILY bindaddress:WORD bindinterface:WORD"
                + " canonicaldomains:WORDS canonicalizehostname:ANY"
                + " canonicalizepermittedcnames:WORDS pkcs11provider:WORD securitykeyprovider:WORD"
                + " localforward:FORWARD dynamicforward:LISTENER revokedhostkeys:WORD"
                + " globalknownhostsfile:WORDS hostbasedauthentication:FLAG"
                + " gssapiauthentication:FLAG preferredauthentications:WORD verifyhostkeydns:ANY"
                + " nohostauthenticationforlocalhost:FLAG tunnel:ANY refuseconnection:LINE"
                + " requiredrsasize:NUMBER";

    private static final String NOT_NEEDED =
            "addkeystoagent:WORDS batchmode:FLAG canonicalizefallbacklocal:FLAG"
                + " canonicalizemaxdots:NUMBER casignaturealgorithms:WORD channeltimeout:WORDS"
                + " checkhostip:FLAG compression:FLAG connectionattempts:NUMBER controlmaster:ANY"
                + " controlpath:WORD controlpersist:ANY enableescapecommandline:FLAG"
                + " enablesshkeysign:FLAG escapechar:WORD exitonforwardfailure:FLAG"
                + " fingerprinthash:WORD forkafterauthentication:FLAG forwardagent:WORD"
                + " forwardx11:FLAG forwardx11timeout:TIME forwardx11trusted:FLAG gatewayports:FLAG"
                + " gssapidelegatecredentials:FLAG gssapikeyexchange:FLAG gssapitrustdns:FLAG"
                + " gssapirenewalforcesrekey:FLAG gssapiserveridentity:WORD"
                + " gssapiclientidentity:WORD gssapikexalgorithms:WORD hashknownhosts:FLAG"
                + " hostbasedacceptedalgorithms:WORD ipqos:WORDS kbdinteractiveauthentication:FLAG"
                + " kbdinteractivedevices:WORD localcommand:LINE loglevel:WORD logverbose:WORDS"
                + " numberofpasswordprompts:NUMBER obscurekeystroketiming:ANY"
                + " passwordauthentication:FLAG permitlocalcommand:FLAG permitremoteopen:WORDS"
                + " proxyusefdpass:FLAG rekeylimit:WORDS remotecommand:LINE requesttty:WORD"
                + " sendenv:WORDS sessiontype:WORD setenv:WORDS stdinnull:FLAG"
                + " streamlocalbindmask:WORD streamlocalbindunlink:FLAG syslogfacility:WORD"
                + " tag:WORD tcpkeepalive:FLAG tunneldevice:WORD updatehostkeys:ANY"
                + " versionaddendum:LINE visualhostkey:FLAG warnweakcrypto:WORDS xauthlocation:WORD"
                + " usekeychain:FLAG"
                    // of times past; ssh says so and goes on
                    + " protocol:ANY cipher:ANY useroaming:ANY useprivilegedport:ANY"
                    + " fallbacktorsh:ANY usersh:ANY rhostsauthentication:ANY afstokenpassing:ANY"
                    + " kerberosauthentication:ANY kerberostgtpassing:ANY rsaauthentication:ANY"
                    + " rhostsrsaauthentication:ANY compressionlevel:ANY globalknownhostsfile2:ANY"
                    + " userknownhostsfile2:ANY smartcarddevice:ANY";

    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "identityfile2", "identityfile",
                    "dsaauthentication", "pubkeyauthentication",
                    "keepalive", "tcpkeepalive",
                    "challengeresponseauthentication", "kbdinteractiveauthentication",
                    "skeyauthentication", "kbdinteractiveauthentication",
                    "tisauthentication", "kbdinteractiveauthentication",
                    "pubkeyacceptedkeytypes", "pubkeyacceptedalgorithms",
                    "hostbasedkeytypes", "hostbasedacceptedalgorithms");

    /// Of all others the first value wins.
    private static final Set<String> LISTS =
            Set.of(
                    "identityfile",
                    "certificatefile",
                    "remoteforward",
                    "localforward",
                    "dynamicforward",
                    "sendenv",
                    "setenv");

    private static final Map<String, Keyword> ALL = all();

    private static Map<String, Keyword> all() {
        Map<String, Keyword> all = new HashMap<>();
        add(all, STRUCTURE + KEPT, Use.KEPT);
        add(all, LEFT_OUT, Use.LEFT_OUT);
        add(all, NOT_NEEDED, Use.NOT_NEEDED);
        return Map.copyOf(all);
    }

    private static void add(Map<String, Keyword> all, String table, Use use) {
        for (String entry : List.of(table.split(" "))) {
            String[] parts = entry.split(":", -1);
            all.put(parts[0], new Keyword(parts[0], Grammar.valueOf(parts[1]), use));
        }
    }

    static Optional<Keyword> of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALL.get(OTHER_NAMES.getOrDefault(small, small)));
    }

    boolean isBlock() {
        return grammar == Grammar.HOST || grammar == Grammar.MATCH;
    }

    boolean isList() {
        return LISTS.contains(name);
    }
}
