#!/bin/sh
# Makes the environment of the peers: setup.sh FOLDER PYTHON
#
# Does nothing if all is there and newer than its sources. Fails if something could not be had, and
# leaves what could; the benchmarks then leave out the rest.
set -u

folder=$1
python=$2
here=$(dirname "$0")
programs=$folder/programs
stamp=$folder/installed
missing=0

if [ -f "$stamp" ] &&
  [ -z "$(find "$0" "$here"/requirements*.txt "$here"/*.c -newer "$stamp")" ]; then
  exit 0
fi

note() {
  echo "bench: $*" >&2
}

lacks() {
  note "$*"
  missing=1
}

install() {
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/$1"
}

compile() { # OUTPUT SOURCE FLAGS…
  output=$1
  source=$2
  shift 2
  "${CC:-cc}" -O3 -o "$programs/$output" "$here/$source" "$@"
}

if ! command -v "$python" >/dev/null 2>&1; then
  note "there is no \"$python\" here"
  exit 1
fi
if ! "$python" -m venv "$folder"; then
  note "$python can not make a virtual environment"
  exit 1
fi
note "installing the peers in $folder; this takes some minutes the first time"
install requirements.txt || lacks "pip could not install NumPy, scikit-learn, JAX and Keras"
install requirements-torch.txt || {
  lacks "pip could not install PyTorch"
  note "name its index of builds for processors alone in PIP_EXTRA_INDEX_URL"
}

mkdir -p "$programs"
if command -v "${CC:-cc}" >/dev/null 2>&1; then
  if [ "$(uname -s)" = Linux ]; then
    compile mkl_as_intel.so mkl_as_intel.c -shared -fPIC || lacks "mkl_as_intel does not build"
  fi
  if echo '#include <floatfann.h>' | "${CC:-cc}" -E - >/dev/null 2>&1; then
    version=$(pkg-config --modversion fann 2>/dev/null)
    compile peer_fann peer_fann.c -march=native "-DVERSION=\"$version\"" -lfloatfann -lm ||
      lacks "peer_fann does not build"
  else
    note "FANN is left out: its headers (libfann-dev) are not installed"
  fi
else
  note "there is no C compiler: no FANN, no PyTorch with AVX-512 forced"
fi
[ $missing = 0 ] && touch "$stamp"
exit $missing
