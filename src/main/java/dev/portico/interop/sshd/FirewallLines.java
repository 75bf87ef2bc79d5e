package dev.portico.interop.sshd;

import dev.portico.share.PortRange;

import java.util.List;

/// Commands that let visitors through a server's firewall, for root.
public enum FirewallLines {
    UFW("ufw") {
        @Override
        public List<String> open(PortRange ports) {
            return List.of("ufw allow " + span(ports, ":") + "/tcp");
        }

        @Override
        public List<String> close(PortRange ports) {
            return List.of("ufw delete allow " + span(ports, ":") + "/tcp");
        }
    },
    FIREWALLD("firewall-cmd") {
        @Override
        public List<String> open(PortRange ports) {
            return permanent("--add-port=", ports);
        }

        @Override
        public List<String> close(PortRange ports) {
            return permanent("--remove-port=", ports);
        }

        private List<String> permanent(String change, PortRange ports) {
            return List.of(
                    "firewall-cmd --permanent " + change + span(ports, "-") + "/tcp",
                    "firewall-cmd --reload");
        }
    },
    /// Until the next start of the server, unless /etc/nftables.conf says it too.
    NFT("nft") {
        @Override
        public List<String> open(PortRange ports) {
            return List.of(
                    "nft insert rule inet filter input tcp dport %s accept comment '\"%s\"'"
                            .formatted(span(ports, "-"), mark(ports)));
        }

        @Override
        public List<String> close(PortRange ports) {
            return List.of(
                    ("nft delete rule inet filter input handle \"$(nft -a list chain inet filter"
                                    + " input | sed -n 's/.*\"%s\".*# handle //p')\"")
                            .formatted(mark(ports)));
        }

        private String mark(PortRange ports) {
            return "portico " + ports.text();
        }
    },
    /// Until the next start of the server, unless `netfilter-persistent save` keeps them.
    IPTABLES("iptables") {
        @Override
        public List<String> open(PortRange ports) {
            return both("-I", ports);
        }

        @Override
        public List<String> close(PortRange ports) {
            return both("-D", ports);
        }

        private List<String> both(String change, PortRange ports) {
            String rule = " %s INPUT -p tcp --dport %s -j ACCEPT";
            return List.of(
                    "iptables" + rule.formatted(change, span(ports, ":")),
                    "ip6tables" + rule.formatted(change, span(ports, ":")));
        }
    };

    private final String program;

    FirewallLines(String program) {
        this.program = program;
    }

    /// By whose presence the firewall is known.
    public String program() {
        return program;
    }

    public abstract List<String> open(PortRange ports);

    /// Takes back what [#open] did.
    public abstract List<String> close(PortRange ports);

    private static String span(PortRange ports, String to) {
        return ports.size() == 1
                ? String.valueOf(ports.first())
                : ports.first() + to + ports.last();
    }
}
