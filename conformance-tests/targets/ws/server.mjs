// Single active connection per user on ws, written in four ways.
//
// Usage: node server.mjs VARIANT PORT      listens on 127.0.0.1 only

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

const version = (name) =>
  name + ' ' + JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(`version: ${version('ws')}, Node.js ${process.version.slice(1)}`);

const SUPERSEDED = 4001;

/** User to connection: the one that counts. */
const users = new Map();

const variants = {
  // One step, since nothing else runs between get and set.
  'map': {
    takeOver(user, socket) {
      users.get(user)?.close(SUPERSEDED, 'superseded');
      users.set(user, socket);
    },
    letGo: deleteOurs,
  },

  // The older one's close event comes late, and deletes the newer one's entry.
  'delete-any': {
    takeOver(user, socket) {
      users.get(user)?.close(SUPERSEDED, 'superseded');
      users.set(user, socket);
    },
    letGo(user) {
      users.delete(user);
    },
  },

  // Between look-up and set others run: they find the same older one, and overwrite each other.
  'await-lookup': {
    async takeOver(user, socket) {
      const older = await lookup(user);
      older?.close(SUPERSEDED, 'superseded');
      users.set(user, socket);
    },
    letGo: deleteOurs,
  },

  // Cuts TCP: no Close frame, but an older one that never answers is gone at once, not after 30 s.
  'terminate': {
    takeOver(user, socket) {
      users.get(user)?.terminate();
      users.set(user, socket);
    },
    letGo: deleteOurs,
  },
};

function deleteOurs(user, socket) {
  if (users.get(user) === socket) users.delete(user);
}

/** As a session store answers: what it holds when it is asked, a little later. */
async function lookup(user) {
  const found = users.get(user);
  await after(1);
  return found;
}

const [name, port] = process.argv.slice(2);
const variant = variants[name];
if (!variant || !/^\d+$/.test(port ?? '')) {
  console.error(`usage: VARIANT PORT; variants: ${Object.keys(variants).join(', ')}`);
  process.exit(2);
}

const http = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy()); // the client left while asking
});

async function answer(request, response) {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/health') {
    reply(response, 200, { status: 'up' });
  } else if (url.pathname === '/publish' && request.method === 'POST') {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    reply(response, 200, { sent: send(url.searchParams.get('user'), text) });
  } else {
    reply(response, 404, {});
  }
}

function reply(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** Sends a user a message; returns whether there was anybody to send it to. */
function send(user, text) {
  const socket = users.get(user);
  socket?.send(JSON.stringify({ type: 'message', text }));
  return socket !== undefined;
}

const server = new WebSocketServer({ noServer: true });

http.on('upgrade', (request, tcp, head) => {
  const url = new URL(request.url, 'http://localhost');
  const user = url.searchParams.get('user');
  if (url.pathname !== '/ws' || !user) {
    tcp.on('error', () => {});
    tcp.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    return;
  }
  server.handleUpgrade(request, tcp, head, (socket) => admit(user, socket));
});

async function admit(user, socket) {
  socket.on('close', () => variant.letGo(user, socket));
  socket.on('error', () => {});
  socket.on('message', (data) => receive(socket, data));
  await variant.takeOver(user, socket);
  socket.send(JSON.stringify({ type: 'welcome', user }));
}

function receive(socket, data) {
  let message;
  try {
    message = JSON.parse(data);
  } catch {
    return;
  }
  if (message?.type === 'ping') {
    socket.send(JSON.stringify({ type: 'pong', id: message.id }));
  } else if (message?.type === 'send') {
    // From one user to another: what an evicted connection must not do any more.
    send(message.to, message.text);
  }
}

http.listen({ host: '127.0.0.1', port: Number(port), backlog: 1024 });

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
