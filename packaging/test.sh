#!/usr/bin/env bash
# Sets brandtool up for testing and runs every check that CI runs. Ends with a failure if any fails.
set -uo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd -- "$root" || exit 1
bin="$root/.venv/bin"
export HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-full}"
failed=()

bash "$root/packaging/setup.sh" --dev || { echo "test: set-up failed"; exit 1; }

step() {
    local name="$1" start=$SECONDS
    shift
    printf '\n=== %s\n' "$name"
    if "$@"; then
        printf '=== %s: good, %d s\n' "$name" $((SECONDS - start))
    else
        printf '=== %s: FAILED, %d s\n' "$name" $((SECONDS - start))
        failed+=("$name")
    fi
}

# The whole of these three rooms and nine tenths of the others; the window is tested, not counted.
full='brandtool/core/*,brandtool/store/*,brandtool/workbench/*,brandtool/workbench.py'
covered() {
    "$bin/coverage" combine --append --quiet 2>/dev/null # children may end after pytest
    local code=0
    echo "core, store, workbench: 100 %"
    "$bin/coverage" report --include "$full" --fail-under 100 || code=1
    echo "the rest without ui: 90 %"
    "$bin/coverage" report --omit "$full,brandtool/ui/*" --fail-under 90 || code=1
    return $code
}

# Every property on all its cases takes a core for itself while the tests run on the other one.
properties() { marked hypothesis >"$properties_log" 2>&1; }
properties_done() {
    wait "$properties_job"
    local code=$?
    tail -n 400 -- "$properties_log"
    rm -f -- "$properties_log"
    return $code
}

marked() {
    # pytest says 5 where no test carries the mark: nothing to run is no failure of the program.
    "$bin/pytest" -m "$1" "${@:2}"
    local code=$?
    [ $code -eq 5 ] && echo "no test is marked $1" && return 0
    return $code
}

rm -f -- .coverage .coverage.*
step "ruff check" "$bin/ruff" check .
step "ruff format" "$bin/ruff" format --check .
step "mypy" "$bin/mypy"
step "storeys" "$bin/lint-imports" --no-logo
step "measures" marked bench
step "real window" marked xvfb
properties_log="$(mktemp)"
QT_QPA_PLATFORM=offscreen properties &
properties_job=$!
step "tests" env QT_QPA_PLATFORM=offscreen \
    "$bin/pytest" -m "not xvfb and not bench" --cases 100 --cov --cov-report=
step "properties" properties_done
step "coverage" covered

echo
if [ ${#failed[@]} -gt 0 ]; then
    printf 'test: FAILED after %d s: %s\n' "$SECONDS" "$(IFS=,; echo "${failed[*]}")"
    exit 1
fi
printf 'test: all good after %d s\n' "$SECONDS"
