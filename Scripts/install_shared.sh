#!/bin/sh
# install_shared.sh PROGRAM SHARE: what shells and editors know of nn-run, made by the program itself
# and put where they look for it below SHARE, a prefix's folder `share`.
set -eu

program=$1
share=$2
draft=$(mktemp)
trap 'rm -f "$draft"' EXIT

# put FILE: installs the draft.
put() {
  install -d "$(dirname "$share/$1")"
  install -m 644 "$draft" "$share/$1"
}

{
  "$program" --generate-completion-script bash
  cat "$(dirname "$0")/specs.bash"
} >"$draft"
put bash-completion/completions/nn-run
"$program" --generate-completion-script zsh >"$draft"
put zsh/site-functions/_nn-run
"$program" --generate-completion-script fish >"$draft"
put fish/vendor_completions.d/nn-run.fish
"$program" schema >"$draft"
put nn-run/nn-run.schema.json
