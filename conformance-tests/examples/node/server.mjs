// A WebSocket server (RFC 6455) on which a user has one connection: the newest.
// node server.mjs PORT      CHAT_FAULT=forget-user breaks the clean-up on purpose
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const SUPERSEDED = 4001;
const FORCE_MILLIS = 1000;
const MOST_BYTES = 1 << 20;
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const TEXT = 1;

const forgetsUser = process.env.CHAT_FAULT === 'forget-user';
const live = new Map();

class Connection {
  constructor(user, socket) {
    this.user = user;
    this.socket = socket;
    this.unread = Buffer.alloc(0);
    this.closeSent = false;
    socket.setNoDelay(true);
    socket.setTimeout(0);
    socket.on('data', (bytes) => this.read(bytes));
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.cleanUp());
  }

  cleanUp() {
    clearTimeout(this.force);
    // Only if it is still the newest.
    if (forgetsUser || live.get(this.user) === this) {
      live.delete(this.user);
    }
  }

  send(opcode, payload) {
    const header = payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff]);
    this.socket.write(Buffer.concat([header, payload]));
    if (this.socket.writableLength > MOST_BYTES) {
      this.socket.destroy();
    }
  }

  // Says goodbye, and cuts the connection off if the peer does not answer in time.
  close(code, reason) {
    if (this.closeSent) {
      return;
    }
    this.closeSent = true;
    const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
    payload.writeUInt16BE(code);
    payload.write(reason, 2);
    this.send(CLOSE, payload);
    this.force = setTimeout(() => this.socket.destroy(), FORCE_MILLIS);
  }

  read(bytes) {
    this.unread = Buffer.concat([this.unread, bytes]);
    while (!this.socket.destroyed && !this.socket.writableEnded && this.readFrame());
  }

  // Reads one frame if it is there.
  readFrame() {
    const bytes = this.unread;
    if (bytes.length < 2) {
      return false;
    }
    const short = bytes[1] & 0x7f;
    const sizeBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (!(bytes[1] & 0x80) || bytes[0] & 0x70) {
      this.fail(1002, 'frames of clients are masked and have no extensions');
      return false;
    }
    if (bytes.length < 6 + sizeBytes) {
      return false;
    }
    const length = sizeBytes === 2 ? bytes.readUInt16BE(2)
      : sizeBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
    if (length > MOST_BYTES) {
      this.fail(1009, 'too long');
      return false;
    }
    const from = 6 + sizeBytes;
    if (bytes.length < from + length) {
      return false;
    }
    const payload = Buffer.from(bytes.subarray(from, from + length));
    const mask = bytes.subarray(from - 4, from);
    for (let i = 0; i < length; i += 1) {
      payload[i] ^= mask[i % 4];
    }
    this.unread = bytes.subarray(from + length);
    this.handle(bytes[0] & 0x0f, payload);
    return true;
  }

  handle(opcode, payload) {
    if (opcode === PING) {
      if (!this.closeSent) {
        this.send(PONG, payload);
      }
    } else if (opcode === CLOSE) {
      this.close(payload.length >= 2 ? payload.readUInt16BE(0) : 1000, '');
      this.socket.end();
    }
    // Messages of clients are read and dropped.
  }

  fail(code, reason) {
    this.close(code, reason);
    this.unread = Buffer.alloc(0);
  }
}

// The user of ?user=…, undefined if there is none; a plus sign is a plus sign.
function userOf(url) {
  const pairs = (url.split('?')[1] ?? '').split('&');
  const value = pairs.find((pair) => pair.startsWith('user='))?.slice('user='.length);
  try {
    return value ? decodeURIComponent(value) : undefined;
  } catch {
    return undefined;
  }
}

function refuse(socket, status) {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const server = createServer((request, response) => {
  const user = userOf(request.url);
  if (request.method !== 'POST' || !request.url.startsWith('/publish?') || !user) {
    response.writeHead(404).end();
    return;
  }
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const connection = live.get(user);
    const message = Buffer.concat(parts).subarray(0, 0xffff);
    if (connection && !connection.closeSent) {
      connection.send(TEXT, message);
    }
    response.end(JSON.stringify({ delivered: connection ? 1 : 0 }));
  });
});

server.on('upgrade', (request, socket, head) => {
  socket.on('error', () => socket.destroy());
  const user = userOf(request.url);
  const key = request.headers['sec-websocket-key'] ?? '';
  if (!user || Buffer.from(key, 'base64').length !== 16) {
    refuse(socket, '400 Bad Request');
    return;
  }
  if (request.headers['sec-websocket-version'] !== '13') {
    refuse(socket, '426 Upgrade Required\r\nSec-WebSocket-Version: 13');
    return;
  }
  const accept = createHash('sha1').update(key + GUID).digest('base64');
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
    + `Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
  const connection = new Connection(user, socket);
  const older = live.get(user);
  live.set(user, connection);
  older?.close(SUPERSEDED, 'superseded');
  connection.read(head);
});

server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1');
