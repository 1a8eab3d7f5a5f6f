#!/bin/sh
# install_shared.sh PROGRAM SHARE: what shells and editors know of nn-run, made by the program itself
# and put where they look for it below SHARE, a prefix's folder `share`.
set -eu

program=$1
share=$2
draft=$(mktemp)
trap 'rm -f "$draft"' EXIT

# put FILE ARGUMENT…: what the program prints when it is asked so.
put() {
  file=$share/$1
  shift
  "$program" "$@" >"$draft"
  install -d "$(dirname "$file")"
  install -m 644 "$draft" "$file"
}

put bash-completion/completions/nn-run --generate-completion-script bash
put zsh/site-functions/_nn-run --generate-completion-script zsh
put fish/vendor_completions.d/nn-run.fish --generate-completion-script fish
put nn-run/nn-run.schema.json schema
