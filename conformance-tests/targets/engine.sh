#!/bin/sh
# Sees to a container engine and to the base image of all targets, on Debian 12, where neither is
# there yet and no registry can be reached. May be run again; asks nothing. What it starts goes on
# running: stop it by the number that it prints.
set -eu

base=debian:bookworm-slim
root=${SOLEWIRE_ENGINE_ROOT:-/var/lib/docker}

install() {
  missing=''
  for package in "$@"; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :)" != installed ]; then
      missing="$missing $package"
    fi
  done
  [ -n "$missing" ] || return 0
  apt-get update -qq
  # Unquoted on purpose: a list of names.
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
}

answers() {
  docker info >/dev/null 2>&1
}

if ! command -v docker >/dev/null || ! answers; then
  install docker.io
fi
if ! answers; then
  mkdir -p "$root"
  setsid dockerd --data-root "$root" >"$root/dockerd.log" 2>&1 </dev/null &
  engine=$!
  waited=0
  until answers; do
    waited=$((waited + 1))
    if [ "$waited" -gt 60 ]; then
      echo "the container engine did not answer within 60 s:" >&2
      tail -n 20 "$root/dockerd.log" >&2
      exit 1
    fi
    sleep 1
  done
  echo "container engine: pid $engine, log $root/dockerd.log"
fi

# A release of Debian as it stands in the archive; whom this machine trusts, its images trust too.
if ! docker image inspect "$base" >/dev/null 2>&1; then
  install debootstrap
  mirror=$(sed -n -e 's/^URIs: *\(http[^ ]*debian\)\/*$/\1/p' \
    -e 's/^deb \(\[.*\] \)\{0,1\}\(http[^ ]*debian\)\/* .*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
  tree=$(mktemp -d)
  trap 'rm -rf "$tree"' EXIT
  debootstrap --variant=minbase bookworm "$tree/root" "${mirror:-http://deb.debian.org/debian}" \
    >"$tree/log" 2>&1 || { tail -n 20 "$tree/log" >&2; exit 1; }
  mkdir -p "$tree/root/usr/local/share/ca-certificates"
  cp /usr/local/share/ca-certificates/*.crt "$tree/root/usr/local/share/ca-certificates/" \
    2>/dev/null || :
  tar -C "$tree/root" -c . | docker import - "$base" >/dev/null
  echo "base image: $base"
fi
