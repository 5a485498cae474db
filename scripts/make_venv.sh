#!/bin/sh
# make_venv.sh FOLDER [PYTHON]: make a virtual environment with PYTHON, or with the newest Python on PATH that fits.
set -eu
folder=$1
given=${2:-}

fits() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for python in ${given:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
    if fits "$python"; then
        exec "$python" -m venv "$folder"
    fi
done

echo "не найден Python 3.11 или новее с модулем venv (искали: ${given:-python3.14 … python3.11, python3, python})" >&2
echo "установите его (в Debian и Ubuntu: apt install python3 python3-venv) или укажите: make test PYTHON=/путь/к/python3" >&2
echo "no Python 3.11+ with venv was found; install one or say: make test PYTHON=/path/to/python3" >&2
exit 1
