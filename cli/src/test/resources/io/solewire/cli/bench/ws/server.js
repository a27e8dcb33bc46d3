'use strict';
// One connection a user, the newest wins: what a server on ws comes to that keeps the rule.
const { createServer } = require('node:http');
const { WebSocketServer } = require('ws');

const SUPERSEDED = 4409;
const BACKLOG = 4096;
const holders = new Map();
const http = createServer();
const sockets = new WebSocketServer({ server: http, path: '/ws', perMessageDeflate: false });

sockets.on('connection', (socket, request) => {
  const user = new URL(request.url, 'ws://localhost').searchParams.get('user');
  const incumbent = holders.get(user);
  holders.set(user, socket);
  if (incumbent) {
    incumbent.close(SUPERSEDED, 'superseded');
  }
  socket.on('close', () => {
    if (holders.get(user) === socket) {
      holders.delete(user);
    }
  });
  socket.on('error', () => {}); // a reset, after which it is closed as well
});

http.listen(Number(process.argv[2]), '127.0.0.1', BACKLOG);
