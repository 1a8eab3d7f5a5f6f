#!/bin/sh
# Makes sure that what nn-run is built with is here: Swift, and libyaml with its headers.
set -eu

minimum=6.3

fail() {
  echo "nn-run: $*" >&2
  exit 1
}

check_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "Swift is not installed; get version $minimum or later from https://www.swift.org/install"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "\`swift --version\` does not tell a version"
  oldest=$(printf '%s\n%s\n' "$minimum" "$version" | sort -t . -k 1,1n -k 2,2n | head -n 1)
  [ "$oldest" = "$minimum" ] ||
    fail "Swift $version is too old; get version $minimum or later from https://www.swift.org/install"
}

has_libyaml() {
  command -v pkg-config >/dev/null 2>&1 && pkg-config --exists yaml-0.1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "libyaml is missing; as root, run: $*"
  fi
}

install_libyaml() {
  echo "nn-run: installing libyaml" >&2
  if command -v apt-get >/dev/null 2>&1; then
    install="apt-get install -y --no-install-recommends libyaml-dev pkg-config"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive $install >&2 ||
      { as_root apt-get update >&2 && as_root env DEBIAN_FRONTEND=noninteractive $install >&2; }
  elif command -v brew >/dev/null 2>&1; then
    brew install libyaml pkg-config >&2
  else
    fail "libyaml is missing; install its headers (libyaml-dev, libyaml-devel or yaml-dev) and pkg-config"
  fi
  has_libyaml || fail "libyaml was installed, but pkg-config does not find yaml-0.1"
}

check_swift
has_libyaml || install_libyaml
