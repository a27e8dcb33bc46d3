#!/bin/bash
# VARIANT PORT EPMD-PORT DISTRIBUTION-PORT
set -eu

case ${1:-} in
  takeover | limit) ;;
  *) echo "no variant ${1:-}; there are takeover, limit" >&2; exit 2 ;;
esac
[ $# = 4 ] || { echo "usage: $1 PORT EPMD-PORT DISTRIBUTION-PORT" >&2; exit 2; }

echo "version: $(dpkg-query -W -f '${Package} ${Version}, ' rabbitmq-server | sed 's/, $//')"
export HOME=/tmp/rabbitmq
mkdir -p $HOME && cd $HOME

cat > rabbitmq.conf <<END
listeners.tcp = none
mqtt.listeners.tcp = none
web_mqtt.tcp.ip = 127.0.0.1
web_mqtt.tcp.port = $2
web_mqtt.tcp.backlog = 1024
log.console = true
log.console.level = error
log.console.use_colors = off
log.file = false
END

echo '[rabbitmq_web_mqtt].' > enabled_plugins

# A limit is of an account, not of a client id: hence those of users.csv.
if [ "$1" = limit ]; then
  awk -F, '
    NR == 1 { next }
    { users = users sep sprintf("{\"name\":\"%s\",\"password\":\"%s\",\"tags\":\"\",\"limits\":{\"max-connections\":1}}", $1, $2)
      rights = rights sep sprintf("{\"user\":\"%s\",\"vhost\":\"/\",\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}", $1)
      sep = "," }
    END { printf "{\"vhosts\":[{\"name\":\"/\"}],\"users\":[%s],\"permissions\":[%s]}\n", users, rights }
  ' /app/users.csv > definitions.json
  echo "load_definitions = $HOME/definitions.json" >> rabbitmq.conf
  # Accounts are made after plugins have opened their ports, so this one comes last, below.
  echo '[rabbitmq_mqtt].' > enabled_plugins
fi

export RABBITMQ_NODENAME=rabbit@localhost
export RABBITMQ_CONFIG_FILE=$HOME/rabbitmq.conf
export RABBITMQ_ENABLED_PLUGINS_FILE=$HOME/enabled_plugins
export RABBITMQ_MNESIA_BASE=$HOME/mnesia
export RABBITMQ_LOG_BASE=$HOME/log
export RABBITMQ_PID_FILE=$HOME/pid
export ERL_EPMD_PORT=$3 ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_DIST_PORT=$4
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"

epmd -daemon
/usr/lib/rabbitmq/bin/rabbitmq-server &
node=$!
# Its own shutdown takes longer than anybody waits.
trap 'kill $node; sleep 2; exit 0' TERM INT
if [ "$1" = limit ]; then
  export RABBITMQ_CTL_ERL_ARGS="$RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"
  until /usr/lib/rabbitmq/bin/rabbitmqctl -q await_startup > /dev/null 2>&1; do sleep 0.2; done
  /usr/lib/rabbitmq/bin/rabbitmq-plugins -q enable rabbitmq_web_mqtt || kill $node
fi &
wait $node || true
echo "RabbitMQ has ended" >&2
exit 1
