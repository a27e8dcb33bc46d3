"""A raw WebSocket client: sockets, RFC 6455 framing and a clock, nothing else.

One thread and one event loop: what arrives is stamped as it is read.
"""

import asyncio
import base64
import json
import os
import socket
import struct
import time
from urllib.parse import urlsplit

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
FORGET_LOCAL = struct.pack("ii", 1, 0)  # SO_LINGER 0: close() sends RST


def now():
    """Milliseconds of the one clock."""
    return time.monotonic() * 1000


def apart(first, second, milliseconds):
    """Makes two moves, the second so much after the first, or before it if that is negative. Nothing else runs meanwhile."""
    begin = now() - min(0, milliseconds)
    for at, move in sorted([(0, first), (milliseconds, second)], key=lambda move: move[0]):
        while now() < begin + at:
            pass
        move()


def encode(opcode, payload=b""):
    """A client's frame: final, masked."""
    mask = os.urandom(4)
    size = len(payload)
    if size < 126:
        head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
    elif size < 65536:
        head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
    return head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(payload))


def decode(data):
    """The first frame of the bytes as (opcode, payload, length), or None while incomplete."""
    if len(data) < 2:
        return None
    size, at = data[1] & 127, 2
    if size == 126:
        size, at = (struct.unpack_from("!H", data, 2)[0], 4) if len(data) >= 4 else (1 << 62, 4)
    elif size == 127:
        size, at = (struct.unpack_from("!Q", data, 2)[0], 10) if len(data) >= 10 else (1 << 62, 10)
    if len(data) < at + size:
        return None
    return data[0] & 15, bytes(data[at:at + size]), at + size


class Client:
    """One connection. Times are milliseconds of now()."""

    def __init__(self, arrivals, url, echo=True, receive_buffer=None):
        parts = urlsplit(url)
        self.host, self.port = parts.hostname, parts.port
        self.target = parts.path + ("?" + parts.query if parts.query else "")
        self.arrivals, self.echo, self.reading = arrivals, echo, False
        self.data, self.head = bytearray(), None
        self.frames, self.messages = [], []
        self.requested = self.ended = self.end = self.close_at = None
        self.close_bytes, self.reset = None, False
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.connect((self.host, self.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.listen()

    def listen(self):
        self.reading = True
        self.arrivals.loop.add_reader(self.socket, self.readable)

    def go_silent(self):
        """Stops reading; the kernel goes on acknowledging until its buffer is full."""
        if self.reading:
            self.reading = False
            self.arrivals.loop.remove_reader(self.socket)

    def request(self, method="GET", version="13", key=True, upgrade="websocket"):
        """The bytes of the upgrade; the arguments allow to spoil it."""
        lines = [
            f"{method} {self.target} HTTP/1.1",
            f"Host: {self.host}:{self.port}",
            f"Upgrade: {upgrade}",
            "Connection: Upgrade",
        ]
        if version:
            lines.append(f"Sec-WebSocket-Version: {version}")
        if key:
            key = key if isinstance(key, str) else base64.b64encode(os.urandom(16)).decode()
            lines.append(f"Sec-WebSocket-Key: {key}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def write(self, data):
        try:
            self.socket.sendall(data)
            return True
        except OSError as error:
            # The kernel tells of an RST only once: whoever reads afterwards sees an end as by FIN.
            self.reset |= isinstance(error, ConnectionResetError)
            return False

    def open(self):
        self.requested = now()
        self.write(self.request())
        return self

    def ask(self, word):
        """Sends an application ping."""
        return self.write(encode(TEXT, json.dumps({"type": "ping", "id": word}).encode()))

    def texts(self, kind):
        """(time, message) of each JSON message of a type."""
        return [(at, m) for at, m in self.messages if m.get("type") == kind]

    def answered(self, word):
        return any(message["id"] == word for _, message in self.texts("pong"))

    @property
    def admitted(self):
        return next((at for at, m in self.messages if m.get("type") == "welcome"), None)

    def readable(self):
        self.read()
        self.arrivals.tell()

    def read(self):
        try:
            chunk = self.socket.recv(1 << 18)
        except BlockingIOError:
            return
        except OSError as error:
            self.finish("RST" if isinstance(error, ConnectionResetError) else str(error))
            return
        if not chunk:
            self.finish("RST" if self.reset else "FIN")
            return
        at = now()
        self.data += chunk
        if self.head is None:
            if b"\r\n\r\n" not in self.data:
                return
            head, _, rest = bytes(self.data).partition(b"\r\n\r\n")
            self.head, self.data = head.decode("latin1"), bytearray(rest)
        if " 101 " in self.head.split("\r\n")[0]:
            self.parse(at)

    def parse(self, at):
        while (frame := decode(self.data)) is not None:
            opcode, payload, length = frame
            if opcode == CLOSE and self.close_at is None:
                self.close_at, self.close_bytes = at, bytes(self.data[:length])
                if self.echo:
                    self.write(encode(CLOSE, payload))
            elif opcode == TEXT:
                self.messages.append((at, json.loads(payload)))
            elif opcode == PING:
                self.write(encode(PONG, payload))
            self.frames.append((at, opcode, payload))
            del self.data[:length]

    @property
    def close_code(self):
        for _, opcode, payload in self.frames:
            if opcode == CLOSE:
                return struct.unpack("!H", payload[:2])[0] if payload else 1005
        return None

    @property
    def data_after_close(self):
        kinds = [opcode for _, opcode, _ in self.frames]
        return sum(k < 8 for k in kinds[kinds.index(CLOSE):]) if CLOSE in kinds else 0

    def finish(self, how):
        self.ended, self.end = now(), how
        self.go_silent()

    def leave(self, how="FIN"):
        """Ends the connection from this side: FIN, or RST."""
        self.go_silent()
        if self.socket.fileno() < 0:
            return
        if how == "RST":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, FORGET_LOCAL)
        self.socket.close()

    def tcp_state(self):
        """The kernel's word, without reading: 1 established, 7 closed by RST, 8 FIN received."""
        return self.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]


class Arrivals:
    """Wakes those who wait whenever a connection has read something."""

    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.next = self.loop.create_future()

    def tell(self):
        self.next.set_result(None)
        self.next = self.loop.create_future()

    async def until(self, condition, milliseconds):
        """Waits until it holds, no longer than so many milliseconds; returns whether it does."""
        end = now() + milliseconds
        while not condition():
            left = end - now()
            if left <= 0:
                return False
            await asyncio.wait([self.next], timeout=left / 1000)
        return True
