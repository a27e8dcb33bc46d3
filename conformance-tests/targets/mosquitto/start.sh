#!/bin/sh
set -eu

case ${1:-} in
  default) ;;
  *) echo "no variant ${1:-}; there is default" >&2; exit 2 ;;
esac
[ $# = 2 ] || { echo "usage: $1 PORT" >&2; exit 2; }

echo "version: $(dpkg-query -W -f '${Package} ${Version}, ' mosquitto | sed 's/, $//')"
# A configuration with WebSocket listeners only does not start: hence a Unix socket beside it.
# Without socket_domain the WebSocket listener of this release binds every address.
cat > /tmp/mosquitto.conf <<EOF
allow_anonymous true
log_dest stderr
log_type error
log_type warning
log_type notice
listener 0 /tmp/mosquitto.sock
listener $2 127.0.0.1
protocol websockets
socket_domain ipv4
EOF
exec mosquitto -c /tmp/mosquitto.conf
