#!/bin/bash
set -eu

case ${1:-} in
  closeold | closenew) conflict=$1 ;;
  mqtt) conflict=closeold ;;
  *) echo "no variant ${1:-}; there are closeold, closenew, mqtt" >&2; exit 2 ;;
esac
[ $# = 2 ] || { echo "usage: $1 PORT" >&2; exit 2; }

echo "version: $(dpkg-query -W -f '${Package} ${Version}, ' ejabberd | sed 's/, $//')"
sed "s/PORT/$2/; s/CONFLICT/$conflict/" /app/ejabberd.yml > /tmp/ejabberd.yml
export EJABBERD_CONFIG_PATH=/tmp/ejabberd.yml
export EJABBERD_LOG_PATH=/tmp/ejabberd.log
export HOME=/tmp ERL_LIBS
ERL_LIBS=$(dirname /usr/lib/*/ejabberd-* | head -1)

# Not by ejabberdctl: without a node name there is neither epmd nor a port for other nodes.
erl -noinput +K true +P 250000 -mnesia dir '"/tmp/mnesia"' -s ejabberd &
node=$!
# Its own shutdown, which takes longer than anybody waits: what it has not told its clients within 4 s
# it does not tell them.
stop() {
  kill -TERM $node
  for _ in $(seq 40); do
    kill -0 $node 2>/dev/null || exit 0
    sleep 0.1
  done
  kill -9 $node
  exit 0
}
trap stop TERM INT
wait -n || true
echo "ejabberd has ended" >&2
exit 1
