#!/bin/sh
# Makes sure that what nn-run is built with is here: Swift, and libraries with their headers.
set -eu

minimum=6.3
# The folder for archives that the linker is to take instead of shared libraries.
archives=$1
# The libraries: what pkg-config, apt and brew call each. Apple's systems have SHA-256 of their own.
libraries="yaml-0.1:libyaml-dev:libyaml zlib:zlib1g-dev:zlib"
[ "$(uname -s)" = Darwin ] || libraries="$libraries libcrypto:libssl-dev:openssl"

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

has_library() {
  command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"
}

# Of each library that is missing, the name in a column of the list.
missing() {
  for library in $libraries; do
    has_library "${library%%:*}" || echo "$library" | cut -d : -f "$1"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "libraries are missing; as root, run: $*"
  fi
}

install_libraries() {
  echo "nn-run: installing" $(missing 1) >&2
  if command -v apt-get >/dev/null 2>&1; then
    install="apt-get install -y --no-install-recommends $(missing 2 | tr '\n' ' ') pkg-config"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive $install >&2 ||
      { as_root apt-get update >&2 && as_root env DEBIAN_FRONTEND=noninteractive $install >&2; }
  elif command -v brew >/dev/null 2>&1; then
    # shellcheck disable=SC2046
    brew install $(missing 3) pkg-config >&2
  else
    fail "install pkg-config, and these libraries with their headers:" $(missing 3)
  fi
  [ -z "$(missing 1)" ] || fail "pkg-config still does not find" $(missing 1)
}

# Puts the archive of the C++ library into the folder; without it the program needs the shared one.
link_archives() {
  archive=$(clang -print-file-name=libstdc++.a 2>/dev/null) || return 0
  [ -f "$archive" ] || return 0
  mkdir -p "$archives"
  ln -sf "$archive" "$archives/"
}

# libcrypto goes into the program, which takes its archive; some systems have the shared one alone.
check_archive() {
  [ "$(uname -s)" = Darwin ] || [ -f "$(pkg-config --variable=libdir libcrypto)/libcrypto.a" ] ||
    fail "OpenSSL's libcrypto.a is missing; install its static library"
}

check_swift
[ -z "$(missing 1)" ] || install_libraries
check_archive
link_archives
