copy() { # file, name: for the way back
    if [ -e "$1" ]; then
        cp -p "$1" "$state/before/$2"
    else
        : > "$state/before/$2.absent"
    fi
}

put() { # file, name: the new content comes from standard input, and is there at once or not at all
    if [ -e "$1" ]; then
        cp -p "$1" "$1.portico"
    else
        : > "$1.portico"
    fi
    cat > "$1.portico"
    mv -f "$1.portico" "$1"
    cp -p "$1" "$state/after/$2"
}

keys_file() {
    case $keys in
        /*) echo "$keys" ;;
        *) echo "$(getent passwd "$user" | cut -d : -f 6)/$keys" ;;
    esac
}

is_done() {
    [ "$(cat "$state/plan" 2> /dev/null)" = "$plan" ] &&
        id "$user" > /dev/null 2>&1 &&
        cmp -s "$state/after/keys" "$(keys_file)" &&
        cmp -s "$state/after/config" "${drop_in:-$config}"
}

begin() {
    mkdir -p "$(dirname "$state")"
    [ ! -d "$state" ] || mv "$state" "$state.earlier"
    mkdir "$state" "$state/before" "$state/after"
    [ ! -d "$state.earlier" ] || mv "$state.earlier" "$state/earlier"
    write_undo
    echo "$plan" > "$state/plan"
}

watch() { # seconds after which all is taken back, unless somebody says that it is well
    mark=$state/waiting-$$
    : > "$mark"
    (
        trap '' HUP PIPE
        left=$1
        while [ -e "$mark" ] && [ "$left" -gt 0 ]; do
            sleep 1
            left=$((left - 1))
        done
        [ ! -e "$mark" ] || sh "$state/undo.sh"
    ) < /dev/null > /dev/null 2>&1 &
}

make_account() {
    say account "$user"
    ! id "$user" > /dev/null 2>&1 || return 0
    : > "$state/made-account"
    [ -e "/home/$user" ] || : > "$state/made-home"
    for shell in /usr/sbin/nologin /sbin/nologin /bin/false; do
        [ ! -x "$shell" ] || break
    done
    useradd --system --create-home --home-dir "/home/$user" --password '*' --shell "$shell" "$user"
}

add_key() {
    file=$(keys_file)
    folder=$(dirname "$file")
    say key "$file"
    if [ -L "$file" ] || [ -L "$folder" ]; then
        echo "$file must not be a link" >&2
        return 1
    fi
    echo "$file" > "$state/keys-file"
    if [ ! -d "$folder" ]; then
        : > "$state/made-folder"
        mkdir "$folder"
        chown "$user:" "$folder"
    fi
    copy "$file" keys
    {
        [ ! -e "$file" ] || without_key < "$file"
        printf '%s\n' "$line"
    } > "$state/keys"
    put "$file" keys < "$state/keys"
    if [ -e "$state/before/keys.absent" ]; then
        case $keys in
            /*) chmod 644 "$file" ;;
            *) chown "$user:" "$file" ;;
        esac
        cp -p "$file" "$state/after/keys"
    fi
    ! command -v restorecon > /dev/null || restorecon -R "$folder"
}

change_config() {
    say config "${drop_in:-$config}"
    copy "${drop_in:-$config}" config
    {
        [ -n "$drop_in" ] || without_block < "$config"
        printf '%s\n%s\nMatch all\n%s\n' "$begin" "$block" "$end"
    } > "$state/config"
    put "${drop_in:-$config}" config < "$state/config"
}

change() {
    make_account
    add_key
    change_config
    say check "sshd -t"
    check_sshd
    : > "$state/firewall"
    open_firewall
    say reload "sshd"
    reload_sshd
}

main() { # nothing, or seconds after which all is taken back
    trap '' HUP PIPE
    umask 077
    if [ "$(id -u)" != 0 ]; then
        echo "run this as root" >&2
        exit 1
    fi
    config=$(readlink -f "$config")
    if is_done; then
        say done "sh $state/undo.sh"
        exit 0
    fi
    (
        set -e
        begin
    )
    if [ $? != 0 ]; then
        forget
        exit 1
    fi
    [ -z "${1:-}" ] || watch "$1"
    (
        set -e
        change
    )
    if [ $? != 0 ]; then
        say failed "sh $state/undo.sh"
        sh "$state/undo.sh"
        exit 1
    fi
    say done "sh $state/undo.sh"
}

main "$@"
