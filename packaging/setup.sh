#!/usr/bin/env bash
# Sets brandtool up in .venv beside this folder. Safe to call again at any time, from any folder.
#   bash packaging/setup.sh          what is needed to run
#   bash packaging/setup.sh --dev    also what is needed to test
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
venv="$root/.venv"
stamp="$venv/.brandtool-setup"
dev=no

for word in "$@"; do
    case "$word" in
        --dev) dev=yes ;;
        -h | --help) sed -n '2,4s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) echo "setup: unknown option: $word (there is only --dev)" >&2; exit 2 ;;
    esac
done

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# --- Python ---------------------------------------------------------------------------------

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3.14 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v -- "$name"
            return 0
        fi
    done
    return 1
}

# --- Debian packages --------------------------------------------------------------------------

installed() {
    # Since Debian 13 some libraries carry "t64" at the end of their name.
    local name
    for name in "$1" "$1t64"; do
        case "$(dpkg-query -W -f='${Status}' "$name" 2>/dev/null || true)" in
            *" installed") return 0 ;;
        esac
    done
    return 1
}

apt_install() {
    local -a as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        else
            return 1
        fi
    fi
    local -a apt=(${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q)
    local -a install=("${apt[@]}" -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@")
    # A new machine has no package lists yet, an old one has lists that name files long gone.
    "${install[@]}" >/dev/null 2>&1 && return 0
    "${apt[@]}" update >/dev/null && "${install[@]}" >/dev/null
}

debian_packages() {
    command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1 || return 0
    local -a wanted=(
        libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
        libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    )
    if [ "$dev" = yes ]; then
        wanted+=(git xvfb openbox xdotool xclip)
    fi
    if [ -z "$python" ]; then
        wanted+=(python3 python3-venv)
    elif ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        wanted+=(python3-venv)
    fi
    local -a missing=()
    local name
    for name in "${wanted[@]}"; do
        installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Debian packages needed: ${missing[*]}"
    if ! apt_install "${missing[@]}"; then
        printf 'setup: %s\n' "these packages could not be installed from here; please run this line:" >&2
        printf '\n  sudo apt-get install --no-install-recommends %s\n\n' "${missing[*]}" >&2
    fi
}

# --- The environment --------------------------------------------------------------------------

digest() {
    # Everything that makes an environment out of date: what is asked for, where it lies, by which Python.
    "$python" - "$root" "$python" <<'PY'
import hashlib, pathlib, sys
root, python = sys.argv[1:]
parts = (pathlib.Path(root, "pyproject.toml").read_bytes(), root.encode(), python.encode(), sys.version.encode())
print(hashlib.sha256(b"\0".join(parts)).hexdigest())
PY
}

up_to_date() {
    [ -x "$venv/bin/brandtool" ] && [ -f "$stamp" ] || return 1
    local was kind
    read -r was kind <"$stamp" || return 1
    [ "$was" = "$1" ] && { [ "$kind" = dev ] || [ "$dev" = no ]; }
}

make_venv() {
    # An environment made elsewhere or for a Python that is gone can't be mended, only made again.
    if [ -e "$venv" ]; then
        if head -n 1 "$venv/bin/pip" 2>/dev/null | grep -qF "$venv/bin/" &&
            "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
            return 0
        fi
        say "making .venv again"
        rm -rf -- "$venv"
    fi
    "$python" -m venv "$venv" || {
        rm -rf -- "$venv"
        fail "$python could not make an environment; on Debian install python3-venv, then call this again"
    }
}

install_program() {
    local target="$root"
    [ "$kind" = dev ] && target="${root}[dev]"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --use-pep517 \
        --editable "$target"
}

python="$(find_python || true)"
debian_packages
[ -n "$python" ] || python="$(find_python || true)"
[ -n "$python" ] || fail "Python 3.11 or newer is needed and was not found"

wanted_digest="$(digest)"
if up_to_date "$wanted_digest"; then
    exit 0
fi

kind=run
[ "$dev" = yes ] && kind=dev
grep -qs ' dev$' "$stamp" && kind=dev # what has the test tools keeps them
say "installing brandtool ($kind) into .venv with $("$python" -V)"
make_venv
rm -f -- "$stamp"
install_program || fail "pip could not install brandtool; what it said stands above"
printf '%s %s\n' "$wanted_digest" "$kind" >"$stamp"
say "ready"
