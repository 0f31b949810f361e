#!/bin/sh
# Makes .venv, with exactly the packages that requirements.lock names. Needs Python 3.11 or later with venv, nothing
# else. PYTHON=/path/to/python chooses one. The last thing it does is to leave the mark .venv/.installed: without that
# mark an environment counts as half-made and is begun anew.
set -eu
cd "$(dirname "$0")/.."
mark=.venv/.installed

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    without_venv=
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
        is_new_enough "$candidate" || continue
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
        without_venv=$candidate
    done
    if [ -n "$without_venv" ]; then
        echo "$without_venv has no venv module. On Debian or Ubuntu: apt install python3-venv" >&2
    elif [ -n "${PYTHON:-}" ]; then
        echo "PYTHON is $PYTHON, and that is no Python 3.11 or later." >&2
    else
        echo "This needs Python 3.11 or later, and none was found as python3 or python3.11 to python3.14." >&2
        echo "Install one, or say where it is: make run PYTHON=/path/to/python3" >&2
    fi
    return 1
}

if [ ! -f "$mark" ] || ! is_new_enough .venv/bin/python; then
    python=$(find_python)
    rm -rf .venv
    "$python" -m venv .venv
fi
rm -f "$mark"
echo "Installing packages into .venv; the first time this takes a minute or so."
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
touch "$mark"
