# Sourced by run.sh and test.sh, never run: makes .venv, installs artstudio into it, adds missing system packages.
#
#   set_up run|test     `test` adds the tools of the test suite
#
# A stamp in .venv says what was installed and is written last: the second time nothing is done, an interrupted set-up
# is taken up again. PYTHON chooses the interpreter; pip's own variables (PIP_INDEX_URL, PIP_EXTRA_INDEX_URL...) hold.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv
stamp=$venv/.artstudio-installed
system_stamp=$venv/.artstudio-system

say() { printf 'artstudio: %s\n' "$*" >&2; }

fail() { say "$*"; exit 1; }

# What the installation depends on: the pins, the place (a venv cannot be moved) and the Python that runs it.
key() {
    cat "$root/pyproject.toml" "$root/installer/constraints.txt" | cksum
    printf '%s\n' "$root"
    "$venv/bin/python" -c 'import sys; print(sys.version)' 2>/dev/null || echo 'no Python yet'
}

set_up() {
    extra=$1
    now=$(key)
    case "$(cat "$stamp" 2>/dev/null)" in
        "$now
test") ;;
        "$now
$extra") ;;
        *) install_python_packages "$extra" ;;
    esac
    [ "$(uname -s)" != Linux ] || has_system_packages "$extra" || add_system_packages "$extra"
}

choose_python() {
    set -- python3 python3.13 python3.12 python3.11
    [ -z "${PYTHON:-}" ] || set -- "$PYTHON"
    for candidate; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail "needs Python 3.11, 3.12 or 3.13, and found none: install one, or name it, as in PYTHON=/path/to/python3 sh $0"
}

install_python_packages() {
    rm -f "$stamp"
    # pip shows that the venv was finished; the version, that the system's Python did not change under it
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1 || ! grep -qsxF "$root" "$venv/.artstudio-root"; then
        python=$(choose_python) || exit 1
        say "making $venv with $("$python" --version)"
        rm -rf "$venv"
        "$python" -m venv "$venv" || fail "Python could not make a virtual environment (Debian: apt-get install python3-venv)"
        printf '%s\n' "$root" >"$venv/.artstudio-root"
    fi
    what=$root
    [ "$1" = run ] || what="${root}[$1]"
    say "installing the Python packages (the first time this takes some minutes)"
    if [ -t 2 ]; then quiet=; else quiet=--quiet; fi
    # shellcheck disable=SC2086 # no word at all where $quiet is empty
    "$venv/bin/python" -m pip install $quiet --disable-pip-version-check \
        --constraint "$root/installer/constraints.txt" --editable "$what" \
        || fail "the Python packages could not be installed: see pip's words above, then start again"
    # a venv made just now changed the key
    { key; printf '%s\n' "$1"; } >"$stamp"
}

# What the suite needs includes what running needs; the stamp of either says for which of them nothing is missing.
has_system_packages() {
    case "$(cat "$system_stamp" 2>/dev/null)" in
        test) ;;
        "$1") ;;
        *) return 1 ;;
    esac
}

add_system_packages() {
    packages=$("$venv/bin/python" "$root/installer/system_libraries.py" "$1")
    if [ -n "$packages" ] && command -v apt-get >/dev/null; then
        if [ "$(id -u)" = 0 ]; then
            apt_install ''
        elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            apt_install 'sudo -n'
        fi
        packages=$("$venv/bin/python" "$root/installer/system_libraries.py" "$1")
    fi
    if [ -z "$packages" ]; then
        printf '%s\n' "$1" >"$system_stamp"
    else
        say "this machine lacks some packages; on Debian or Ubuntu type: sudo apt-get install $packages"
    fi
}

apt_install() {
    say "installing system packages: $packages"
    # shellcheck disable=SC2086 # both hold words to be split
    {
        $1 env DEBIAN_FRONTEND=noninteractive apt-get update -qq \
            && $1 env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    } >"$venv/apt.log" 2>&1 || say "apt-get failed; its words are in $venv/apt.log"
}
