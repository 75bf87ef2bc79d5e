back() { # file, name: as it was; what has changed since then stays, without what set-up added
    rm -f "$1.portico"
    if [ -e "$state/after/$2" ] && [ -e "$1" ] && ! cmp -s "$state/after/$2" "$1"; then
        cp -p "$1" "$1.portico" && "$3" < "$1" > "$1.portico" && mv -f "$1.portico" "$1"
    elif [ -e "$state/before/$2.absent" ]; then
        rm -f "$1"
    elif [ -e "$state/before/$2" ]; then
        cp -p "$state/before/$2" "$1.portico" && mv -f "$1.portico" "$1"
    fi
}

remove_account() {
    if ! uid=$(id -u "$user" 2> /dev/null); then
        return 0
    fi
    for process in /proc/[0-9]*; do
        [ "$(stat -c %u "$process" 2> /dev/null)" != "$uid" ] || kill -9 "${process#/proc/}"
    done
    if [ -e "$state/made-home" ]; then
        userdel --force --remove "$user" 2> /dev/null
    else
        userdel --force "$user" 2> /dev/null
    fi
    ! id "$user" > /dev/null 2>&1
}

take_back() {
    [ ! -e "$state/firewall" ] || close_firewall
    back "${drop_in:-$config}" config without_block || return 1
    if [ -e "$state/keys-file" ]; then
        file=$(cat "$state/keys-file")
        back "$file" keys without_key || return 1
        [ ! -e "$state/made-folder" ] || rmdir "$(dirname "$file")" 2> /dev/null || :
    fi
    [ ! -e "$state/made-account" ] || remove_account
}

main() {
    trap '' HUP PIPE
    umask 077
    if [ "$(id -u)" != 0 ]; then
        echo "run this as root" >&2
        exit 1
    fi
    if [ ! -d "$state" ]; then
        echo "there is nothing to take back" >&2
        exit 1
    fi
    config=$(readlink -f "$config")
    if ! take_back; then
        echo "not all of it could be taken back; what is missing is in $state/before" >&2
        exit 1
    fi
    if check_sshd; then
        reload_sshd || echo "sshd could not be told to read its configuration again" >&2
    fi
    forget
    say undone "$user"
}

main "$@"
