# Shared by the scripts beside it; sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# PDF checkers and cargo-deny live in a folder of their own; see install.sh.
tools="${XDG_CACHE_HOME:-$HOME/.cache}/sentei/tools"
export PATH="$tools/bin:$PATH"

say() { printf '%s\n' "$*" >&2; }

# Runs one step under a heading and tells how long it took.
step() {
  local name="$1" began=$SECONDS
  shift
  printf '\n── %s\n' "$name"
  "$@"
  printf '── %s: %d s\n' "$name" "$((SECONDS - began))"
}

# The folder cargo builds into, wherever the environment or a config puts it.
target_dir() {
  cargo metadata --locked --no-deps --format-version 1 |
    node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory'
}
