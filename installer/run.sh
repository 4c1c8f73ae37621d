#!/bin/sh
# Sets artstudio up where that is still to do, then starts it: the window, or with arguments the command line.
#
#   sh installer/run.sh                 open the window (with no display: make a demo in ./artstudio-demo)
#   sh installer/run.sh FILE            open the window on a file
#   sh installer/run.sh COMMAND ...     any artstudio command, as in `sh installer/run.sh doctor`
set -eu
. "$(dirname -- "$0")/setup.sh"

set_up run

if [ $# = 0 ] && [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    out=$PWD/artstudio-demo
    say "no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window: making a demo in $out instead"
    exec "$venv/bin/artstudio" demo "$out"
fi
exec "$venv/bin/artstudio" "$@"
