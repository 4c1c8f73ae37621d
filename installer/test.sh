#!/bin/sh
# Sets artstudio up with its test tools where that is still to do, then runs every check; fails if any of them fails.
#
#   sh installer/test.sh                the whole suite
#   sh installer/test.sh --setup-only   install and stop
#   sh installer/test.sh ARGS           the checks, and pytest with ARGS (as in -k timeline)
set -eu
. "$(dirname -- "$0")/setup.sh"

set_up test
[ "${1:-}" != --setup-only ] || exit 0

cd "$root"
PATH=$venv/bin:$PATH
export PATH QT_QPA_PLATFORM=offscreen
failed=

check() {
    say "$*"
    "$@" || failed="$failed $1"
}

check ruff check .
check ruff format --check .
check mypy
for tests in plugins/*/tests; do
    check mypy "$tests"
done
for plugin in tests/thirdparty/*; do
    check mypy "$plugin"/artstudio_*/*.py "$plugin"/tests/*.py
done
# strangers' packages are not in the environment, so the linter is told where they lie
PYTHONPATH=tests/thirdparty/diffusion:tests/thirdparty/stylize
export PYTHONPATH
check lint-imports --no-logo
unset PYTHONPATH
# a process for each core; a file's tests stay together, as they share what is slow to make
check pytest -n logical --maxprocesses 4 --dist loadfile "$@"

[ -z "$failed" ] || fail "failed:$failed"
say "all checks passed"
