#!/usr/bin/env bash
# Walks the real window through every screen of the sample procurement and leaves pictures.
source "$(dirname "$0")/common.sh"
scripts/install.sh build window ui
npm --prefix ui run --silent build -- --logLevel warn
cargo build --locked --workspace --all-targets
exec "$(target_dir)/debug/examples/screens" "$@"
