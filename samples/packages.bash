# Sourced by samples/quickstart and tests/run: installs what is missing of samples/packages.txt.

packages_list="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/packages.txt"

# Lines "package reason..." of the steps named.
packages_of() {
    local step
    for step in "$@"; do
        sed -n "s/^$step  *//p" "$packages_list"
    done
}

package_is_there() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The same lines, of packages that are not installed.
packages_missing() {
    local name reason
    packages_of "$@" | while read -r name reason; do
        package_is_there "$name" || printf '%s %s\n' "$name" "$reason"
    done
}

packages_print() {
    local name reason
    while read -r name reason; do
        printf '  %-18s %s\n' "$name" "$reason"
    done <<<"$1"
}

packages_apt() {
    local as=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Run this as root, or install them yourself: there is no sudo here." >&2
            return 1
        fi
        as=(sudo)
    fi
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

# packages_install STEP...
packages_install() {
    local missing names
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian or Ubuntu. Install what these packages hold, under the names of" >&2
        echo "your system, then set ULAT_PACKAGES=there and run this again:" >&2
        packages_print "$(packages_of "$@")" >&2
        return 1
    fi
    missing=$(packages_missing "$@")
    [ -n "$missing" ] || return 0
    echo "Installing with apt-get what is missing:"
    packages_print "$missing"
    mapfile -t names < <(cut -d' ' -f1 <<<"$missing")
    if ! packages_apt -qq update || ! packages_apt -qq install -y --no-install-recommends \
        "${names[@]}" >/dev/null; then
        echo "apt-get could not install: ${names[*]}" >&2
        return 1
    fi
}

# packages_ensure STEP...: unless the user says that they are there.
packages_ensure() {
    [ "${ULAT_PACKAGES:-}" = there ] || packages_install "$@"
}
