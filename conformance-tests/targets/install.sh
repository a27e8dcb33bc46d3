#!/bin/sh
# Installs what the targets beside this file and the examples need, on Debian 12. May be run again;
# asks nothing.
set -eu

packages='python3-django-channels daphne nodejs'

missing=''
for package in $packages; do
  if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :)" != installed ]; then
    missing="$missing $package"
  fi
done
[ -n "$missing" ] || exit 0

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# Unquoted on purpose: a list of names.
# shellcheck disable=SC2086
apt-get install -qq -y --no-install-recommends $missing
