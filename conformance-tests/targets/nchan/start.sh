#!/bin/sh
set -eu

case ${1:-} in
  limit-1-worker) workers=1 locations=limit ;;
  limit-2-workers) workers=2 locations=limit ;;
  newest-1-worker) workers=1 locations=newest ;;
  *) echo "no variant ${1:-}; there are limit-1-worker, limit-2-workers, newest-1-worker" >&2; exit 2 ;;
esac
[ $# = 2 ] || { echo "usage: $1 PORT" >&2; exit 2; }

echo "version: $(dpkg-query -W -f '${Package} ${Version}, ' nginx libnginx-mod-nchan | sed 's/, $//')"
cat > /tmp/nginx.conf <<END
daemon off;
worker_processes $workers;
error_log stderr warn;
pid /tmp/nginx.pid;
include /etc/nginx/modules-enabled/*.conf;
events { worker_connections 8192; }
http {
  access_log off;
  server {
    listen 127.0.0.1:$2 backlog=1024;
    include /app/$locations.conf;
    location = /health { return 200 "up\n"; }
    location = /publish {
      nchan_publisher;
      nchan_channel_id \$arg_user;
    }
  }
}
END
# The locations may speak to the server itself.
sed -i "s/PORT/$2/" /app/newest.conf
exec nginx -c /tmp/nginx.conf
