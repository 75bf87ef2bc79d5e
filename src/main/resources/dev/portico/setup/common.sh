say() { # step, words; whoever listened may be gone
    printf 'portico %s: %s\n' "$1" "$2" 2> /dev/null || :
}

reload_sshd() {
    if [ -n "$reload" ]; then
        sh -c "$reload"
    else
        systemctl reload ssh 2> /dev/null ||
            systemctl reload sshd 2> /dev/null ||
            service ssh reload 2> /dev/null ||
            service sshd reload 2> /dev/null ||
            kill -HUP "$(cat /run/sshd.pid)"
    fi
}

sshd_program() {
    command -v sshd || echo /usr/sbin/sshd
}

check_sshd() {
    "$(sshd_program)" -t -f "$config"
}

without_block() { # a configuration on standard input; a block that does not end stays
    awk -v from="$begin" -v to="$end" '
        $0 == from { inside = 1 }
        inside { held = held $0 "\n" }
        !inside { print }
        $0 == to { inside = 0; held = "" }
        END { printf "%s", held }'
}

without_key() { # keys on standard input
    awk -v blob="$blob" 'index($0, blob) == 0'
}

forget() { # this set-up; the one before it is the latest again
    [ ! -d "$state/earlier" ] || mv "$state/earlier" "$state.earlier"
    rm -rf "$state"
    [ ! -d "$state.earlier" ] || mv "$state.earlier" "$state"
    rmdir "$(dirname "$state")" 2> /dev/null || :
}
