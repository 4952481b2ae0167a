#!/usr/bin/env bash
# Proves both README commands on a machine that has nothing but Debian 12's own Python and git: a
# minimal system is made in a folder, the last commit is cloned into it, and all of it runs there.
# Needs root, debootstrap and the Debian archive.
#   packaging/prove_fresh.sh [--no-tests] [FOLDER]      FOLDER is kept for the next time (the base)
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
tests=yes
if [ "${1:-}" = --no-tests ]; then
    tests=no
    shift
fi
folder="${1:-/var/tmp/brandtool-fresh}"
base="$folder/base"
machine="$folder/machine"
served=/srv
clone="$served/brandtool"

say() { printf '\n### %s\n' "$*"; }
inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI=true \
        ${PIP_CERT:+PIP_CERT=/etc/ssl/host.crt} ${inside_display:+DISPLAY="$inside_display"} \
        chroot "$machine" /bin/bash -c "$1"
}

[ "$(id -u)" -eq 0 ] || { echo "prove_fresh: run as root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "prove_fresh: apt-get install debootstrap" >&2; exit 2; }

if [ ! -e "$base/etc/debian_version" ]; then
    say "making a minimal Debian 12 in $base"
    mkdir -p -- "$base"
    debootstrap --variant=minbase bookworm "$base" >/dev/null
fi

say "a new machine with python3 and git"
umount "$machine/proc" 2>/dev/null || true
rm -rf --one-file-system -- "$machine"
cp -a -- "$base" "$machine"
mount -t proc proc "$machine/proc"
trap 'umount "$machine/proc" 2>/dev/null || true' EXIT
cp -L -- /etc/resolv.conf "$machine/etc/resolv.conf"
if [ -n "${PIP_CERT:-}" ]; then
    cp -L -- "$PIP_CERT" "$machine/etc/ssl/host.crt" 2>/dev/null ||
        { mkdir -p "$machine/etc/ssl" && cp -L -- "$PIP_CERT" "$machine/etc/ssl/host.crt"; }
fi
inside 'export DEBIAN_FRONTEND=noninteractive
    apt-get -q update >/dev/null && apt-get -q install -y --no-install-recommends python3 git >/dev/null 2>&1'
inside 'python3 -V && git --version'
git clone --quiet --no-local -- "$root" "$machine$clone"

say "bash packaging/run.sh, without a display"
time inside "cd / && bash $clone/packaging/run.sh"

say "bash packaging/run.sh again"
time inside "cd $clone && bash packaging/run.sh"

say "bash packaging/run.sh, with a display"
inside 'DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
    xvfb xdotool openbox imagemagick >/dev/null 2>&1'
inside_display=:73 inside "
    Xvfb :73 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null & server=\$!
    sleep 2; openbox 2>/dev/null & manager=\$!
    bash $clone/packaging/run.sh & desk=\$!
    window=\$(timeout 60 xdotool search --sync --onlyvisible --class brandtool | head -n 1)
    for second in \$(seq 120); do
        grep -qs answered ~/.local/state/brandtool/desk.log && break; sleep 1
    done
    sleep 3
    xdotool getwindowname \"\$window\"
    import -window root /srv/desk.png
    kill \$desk \$manager; wait \$desk 2>/dev/null; kill \$server
    [ -n \"\$window\" ]"
echo "picture: $machine/srv/desk.png"

if [ "$tests" = yes ]; then
    say "bash packaging/test.sh"
    time inside "bash $clone/packaging/test.sh"
fi
say "proved"
