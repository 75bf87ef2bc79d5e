tell() { # name, value
    [ -z "$2" ] || printf 'portico %s=%s\n' "$1" "$2"
}

program=$(command -v sshd || ls /usr/sbin/sshd 2> /dev/null)
tell sshd "$program"
[ ! -f "$config" ] || tell config "$config"
awk 'tolower($1) == "match" { exit } tolower($1) == "include" { print $2 }' "$config" |
    while read -r pattern; do
        folder=${pattern%/\*.conf}
        [ "$folder" = "$pattern" ] || [ ! -d "$folder" ] || tell drop-ins "$folder"
    done
tell complaint "$("$program" -t -f "$config" 2>&1 | head -n 1)"
tell keys "$("$program" -T -f "$config" -C "user=$user,host=localhost,addr=127.0.0.1" 2> /dev/null |
    sed -n 's/^authorizedkeysfile //p')"
tell account "$(getent passwd "$user")"
tell maker "$(command -v useradd)"
tell state "$(ls -d "$state" 2> /dev/null)"
if ufw status 2> /dev/null | grep -q '^Status: active'; then
    tell firewall UFW
elif firewall-cmd --state > /dev/null 2>&1; then
    tell firewall FIREWALLD
elif nft list chain inet filter input 2> /dev/null | grep -Eq 'drop|reject'; then
    tell firewall NFT
elif iptables -S INPUT 2> /dev/null | grep -Eq 'DROP|REJECT'; then
    tell firewall IPTABLES
fi
tell end here
