// aedes, an MQTT broker for Node.js, over WebSocket.
//
// Usage: node server.mjs VARIANT PORT      listens on 127.0.0.1 only

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Aedes } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';

const [variant, port] = process.argv.slice(2);
if (variant !== 'default' || !/^\d+$/.test(port ?? '')) {
  console.error('usage: VARIANT PORT; variants: default');
  process.exit(2);
}

const version = (name) =>
  name + ' ' + JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(`version: ${[version('aedes'), version('ws')].join(', ')}, Node.js ${process.version.slice(1)}`);

const broker = await Aedes.createBroker();
broker.on('connectionError', (client, error) => console.error(client?.id, error.message));

const http = createServer((request, response) => response.writeHead(426).end());
const server = new WebSocketServer({
  server: http,
  handleProtocols: (offered) => offered.has('mqtt') && 'mqtt',
});
server.on('connection', (socket, request) => {
  const stream = createWebSocketStream(socket);
  stream.on('error', () => {}); // a client's end of TCP; the broker sees it, too
  broker.handle(stream, request);
});

http.listen({ host: '127.0.0.1', port: Number(port), backlog: 1024 });

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
