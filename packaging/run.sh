#!/usr/bin/env bash
# Sets brandtool up and opens the desk on the sample page. Without a display it works through the
# same page on the command line and names the files it wrote.
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
page="$root/resources/sample/page.txt"

bash "$root/packaging/setup.sh"

has_display() {
    case "$(uname -s)" in
        Linux | *BSD) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ;;
        *) true ;;
    esac
}

if has_display; then
    exec "$root/.venv/bin/brandtool-desk" "$page" "$@"
fi

folder="$PWD"
[ -w "$folder" ] || folder="$HOME"
out="${folder%/}/brandtool-sample-output"
mkdir -p -- "$out"

echo "run: there is no display (DISPLAY and WAYLAND_DISPLAY are empty), so the window stays closed."
echo "run: the sample page goes through the command line instead, into $out"
"$root/.venv/bin/brandtool" clean "$page" -o "$out" >/dev/null
"$root/.venv/bin/brandtool" quotes --csv "$page" >"$out/quotes.csv.part"
mv -f -- "$out/quotes.csv.part" "$out/quotes.csv"
echo "run: written:"
find "$out" -type f | LC_ALL=C sort | sed 's/^/  /'
