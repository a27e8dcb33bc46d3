// Single active connection per user on Socket.IO, written in four ways.
//
// Usage: node server.mjs VARIANT PORT [PORT2]      listens on 127.0.0.1 only
// Variants whose names begin with redis- are two nodes, each a process, and a Redis between them.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import { Server } from 'socket.io';

const version = (name) =>
  name + ' ' + JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(`version: ${[version('socket.io'), version('@socket.io/redis-adapter')].join(', ')}, Node.js ${process.version.slice(1)}`);

const REDIS = '/tmp/redis.sock';

// Every user has a room. `true` closes the connection below, too; without it the client is asked to.
const variants = {
  'one-node': { takeOver: joinThenKickOthers, close: true, nodes: 1 },
  'soft': { takeOver: joinThenKickOthers, close: false, nodes: 1 },

  // With an adapter that tells other nodes, the kick is a message that comes back to the node that
  // sent it: once the newcomer has joined, it kicks itself.
  'redis-kick-then-join': { takeOver: kickThenJoin, close: true, nodes: 2 },

  // Two newcomers that join before either kicks are each other's others: both go.
  'redis-join-then-kick': { takeOver: joinThenKickOthers, close: true, nodes: 2 },
};

async function kickThenJoin(io, socket, room, close) {
  io.in(room).disconnectSockets(close);
  await socket.join(room);
}

async function joinThenKickOthers(io, socket, room, close) {
  await socket.join(room);
  io.in(room).except(socket.id).disconnectSockets(close);
}

const [name, ...ports] = process.argv.slice(2);
const variant = variants[name];
if (!variant || !ports.every((port) => /^\d+$/.test(port)) || ![1, variant.nodes].includes(ports.length)) {
  console.error('usage: VARIANT PORT [PORT2]; variants: ' + Object.keys(variants)
      .map((key) => key + (variants[key].nodes > 1 ? ' (two ports)' : '')).join(', '));
  process.exit(2);
}

if (variant.nodes > ports.length && !process.env.NODE_OF) {
  console.error(`${name} wants ${variant.nodes} ports`);
  process.exit(2);
} else if (variant.nodes > 1 && !process.env.NODE_OF) {
  await startAll();
} else {
  await serve(Number(ports[0]));
}

/** Redis and the nodes; the first of them that ends, ends all. */
async function startAll() {
  const children = [];
  const start = (program, args, env) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('exit', () => end(1));
    child.on('error', () => end(1));
    children.push(child);
  };
  let ending = false;
  const end = (code) => {
    if (ending) return;
    ending = true;
    children.forEach((child) => child.kill());
    setTimeout(() => process.exit(code), 300);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => end(0));
  start('redis-server', ['--port', '0', '--unixsocket', REDIS, '--save', '', '--loglevel', 'warning']);
  while (!existsSync(REDIS)) await after(50);
  // PORT last: who finds it open finds all of it ready.
  for (const port of [...ports].reverse()) {
    start(process.execPath, [process.argv[1], name, port], { NODE_OF: name });
    while (!await accepts(port)) await after(50);
  }
}

function accepts(port) {
  return fetch(`http://127.0.0.1:${port}/health`).then(() => true, () => false);
}

async function serve(port) {
  const http = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // the client left while asking
  });
  const io = new Server(http);
  if (variant.nodes > 1) {
    const publisher = createClient({ socket: { path: REDIS } });
    const subscriber = publisher.duplicate();
    for (const client of [publisher, subscriber]) {
      client.on('error', (error) => { throw error; });
      await client.connect();
    }
    io.adapter(createAdapter(publisher, subscriber));
  }

  io.use((socket, next) => {
    const user = socket.handshake.auth.user;
    next(typeof user === 'string' && user ? undefined : new Error('no user'));
  });
  io.on('connection', async (socket) => {
    const user = socket.handshake.auth.user;
    socket.on('ping', (id) => socket.emit('pong', id));
    await variant.takeOver(io, socket, 'user:' + user, variant.close);
    socket.emit('welcome', user);
  });

  async function answer(request, response) {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/health') {
      reply(response, 200, { status: 'up' });
    } else if (url.pathname === '/publish' && request.method === 'POST') {
      let text = '';
      for await (const chunk of request.setEncoding('utf8')) text += chunk;
      io.to('user:' + url.searchParams.get('user')).emit('message', text);
      reply(response, 200, { sent: true });
    } else if (!url.pathname.startsWith('/socket.io/')) {
      reply(response, 404, {});
    }
  }

  http.listen({ host: '127.0.0.1', port, backlog: 1024 });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
}

function reply(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
