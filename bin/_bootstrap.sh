# Sourced by every command in this folder. `bootstrap` makes the environment once and again whenever a lock file changes;
# otherwise it compares two files and returns. The work itself is in bootstrap.py; here we only find a Python to run it.

umask 022
ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
unset PYTHONDONTWRITEBYTECODE # a quick second start needs the compiled code of the first
export ROOT UV_SYSTEM_CERTS=1 PYTHONPATH="$ROOT"

# Homebrew's libraries (Pango) lie where macOS does not look by itself.
if [ -d /opt/homebrew/lib ]; then
    export DYLD_FALLBACK_LIBRARY_PATH="${DYLD_FALLBACK_LIBRARY_PATH:-/opt/homebrew/lib:/usr/local/lib:/usr/lib}"
fi

# Home folders that may hold a version manager: $HOME, and the account's own where $HOME points elsewhere.
home_folders() {
    account_home=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6) || account_home=
    printf '%s\n' "${HOME:-}" "$account_home" | sort -u | grep '^/..*' || true
}

# Every place a Python may live, one per line, best first. Unmatched patterns are harmless: they name no file.
python_candidates() {
    for version in 3.13 3.12 3.14; do
        command -v "python$version" || true
        [ -z "${PYENV_ROOT:-}" ] || ls -d "$PYENV_ROOT"/versions/"$version"*/bin/python3 2>/dev/null || true
        home_folders | while read -r home; do
            ls -d "$home"/.pyenv/versions/"$version"*/bin/python3 \
                "$home"/.local/share/uv/python/cpython-"$version"*/bin/python3 \
                "$home"/.asdf/installs/python/"$version"*/bin/python3 \
                "$home"/.local/share/mise/installs/python/"$version"*/bin/python3 2>/dev/null || true
        done
        ls -d /usr/local/bin/python"$version" /opt/homebrew/bin/python"$version" \
            /home/linuxbrew/.linuxbrew/bin/python"$version" /usr/local/pyenv/versions/"$version"*/bin/python3 \
            /opt/pyenv/versions/"$version"*/bin/python3 /opt/python*"$version"*/bin/python3 \
            /Library/Frameworks/Python.framework/Versions/"$version"/bin/python3 2>/dev/null || true
    done
    command -v python3 || true
    command -v python3.11 || true
}

# The first candidate that is at least the version given (as "3, 12") and whole enough to build an environment from.
first_python() {
    python_candidates | while read -r candidate; do
        if "$candidate" -c "
import ctypes, ssl, sys, sysconfig, zlib
free_threaded = sysconfig.get_config_var('Py_GIL_DISABLED')
sys.exit(bool(free_threaded) or not ($1) <= sys.version_info[:2] < (3, 15))" >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            break
        fi
    done
}

find_uv() {
    command -v uv || home_folders | while read -r home; do
        ls -d "$home"/.local/bin/uv "$home"/.cargo/bin/uv 2>/dev/null || true
    done | head -n 1
}

run_bootstrap() {
    python=$(first_python "3, 12")
    [ -n "$python" ] || python=$(first_python "3, 11")
    if [ -n "$python" ]; then
        "$python" "$ROOT/bin/bootstrap.py" "$@"
        return
    fi
    uv=$(find_uv)
    if [ -z "$uv" ]; then
        echo "No Python 3.11 or newer and no uv was found. Install one of them, for example:" >&2
        echo "    sudo apt-get install -y python3 python3-venv      (macOS: brew install python@3.13)" >&2
        exit 1
    fi
    "$uv" run --no-project --python '>=3.12,<3.15' python "$ROOT/bin/bootstrap.py" "$@"
}

up_to_date() {
    [ -x "$ROOT/.venv/bin/python" ] &&
        [ "$(cat "$ROOT/.venv/installed.at" 2>/dev/null)" = "$ROOT" ] &&
        cmp -s "$ROOT/requirements.lock" "$ROOT/.venv/installed.lock" &&
        cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/installed.lock"
}

# bootstrap [--browser]: with --browser also what the browser tests need.
bootstrap() {
    if up_to_date && [ $# -eq 0 ]; then return; fi
    if up_to_date; then
        "$ROOT/.venv/bin/python" "$ROOT/bin/bootstrap.py" "$@"
    else
        run_bootstrap "$@"
    fi
}
