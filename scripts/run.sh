#!/usr/bin/env bash
# Builds Sentei and opens its window. Arguments go to the program: scripts/run.sh --library DIR
source "$(dirname "$0")/common.sh"

display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

display || say "There is no display here: Sentei is built, but its window cannot be opened."
scripts/install.sh build ui
npm --prefix ui run --silent build -- --logLevel warn
cargo build --locked --workspace --bins
program="$(target_dir)/debug/sentei"
if ! display; then
  say "Sentei is built: $program"
  say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window was not opened."
  exit 1
fi
exec "$program" "$@"
