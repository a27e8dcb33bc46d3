#!/bin/bash
# VARIANT PORT for one process; VARIANT PORT PORT2 for two that share a Redis.
set -eu

server() {
  exec /usr/bin/python3 -u /app/server.py "$@"
}

end_all() {
  kill $(jobs -p) 2>/dev/null
  local until=$((SECONDS + 2))
  while [ -n "$(jobs -pr)" ] && [ $SECONDS -lt $until ]; do sleep 0.05; done
}

case ${1:-} in
  redis-*) ;;
  *) server "$@" ;;
esac
[ $# = 3 ] || { echo "usage: $1 PORT PORT2" >&2; exit 2; }

export REDIS_URL=unix:///tmp/redis.sock
redis-server --port 0 --unixsocket /tmp/redis.sock --save '' --loglevel warning &
until [ -S /tmp/redis.sock ]; do sleep 0.05; done
# PORT last: who finds it open finds all of it ready.
server "$1" "$3" &
until (exec 3<>/dev/tcp/127.0.0.1/"$3") 2>/dev/null; do
  kill -0 $! 2>/dev/null || { echo "the server on port $3 has ended" >&2; end_all; exit 1; }
  sleep 0.1
done
server "$1" "$2" &

trap 'end_all; exit 0' TERM INT
wait -n || true
echo "one of redis-server and the two servers has ended" >&2
end_all
exit 1
