"""Does a newcomer's subscription outlive the end of whom it took over? MQTT 3.1.1, plain sockets.

    resubscribe.py URL [ROUNDS] [NAME:PASSWORD]      a server on 127.0.0.1

Each round connects and subscribes twice by one client id, one after the other, and looks at the second
one for a second.
"""

import base64
import collections
import os
import socket
import struct
import sys
import time
from urllib.parse import urlsplit

from dialects import DIALECTS, field
from wire import BINARY, CLOSE, decode, encode

MQTT = DIALECTS["mqtt"]
SUBACK = 0x90


class Client:
    def __init__(self, url, client_id, login, connect=True):
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port), 5)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Protocol: mqtt\r\n\r\n".encode())
        self.data = b""
        while b"\r\n\r\n" not in self.data:
            self.data += self.socket.recv(4096)
        self.data = self.data.partition(b"\r\n\r\n")[2]
        self.first = MQTT.steps(client_id, login, client_id)[0][1]
        if connect:
            self.connect()
        body = struct.pack("!H", 1) + field("to/" + client_id) + b"\0"
        self.subscribe = encode(BINARY, bytes([0x82, len(body)]) + body)

    def connect(self):
        self.socket.sendall(self.first)

    def frames(self, seconds):
        """What comes, until there is an end to it or to the time."""
        until = time.monotonic() + seconds
        while True:
            while (frame := decode(self.data)) is not None:
                self.data = self.data[frame[2]:]
                yield frame[0], frame[1]
            left = until - time.monotonic()
            if left <= 0:
                return
            self.socket.settimeout(left)
            try:
                chunk = self.socket.recv(4096)
            except socket.timeout:
                return
            except ConnectionResetError:
                yield "RST", b""
                return
            if not chunk:
                yield "FIN", b""
                return
            self.data += chunk

    def fate(self, seconds):
        """Subscribes once it is let in, and says how it stands after that time."""
        stands = "no CONNACK"
        for opcode, payload in self.frames(seconds):
            if opcode == BINARY and payload[:1] == b"\x20":
                stands = "CONNACK, no SUBACK"
                self.socket.sendall(self.subscribe)
            elif opcode == BINARY and payload[:1] == bytes([SUBACK]):
                stands = "CONNACK, SUBACK"
            elif opcode == CLOSE:
                code = struct.unpack("!H", payload[:2])[0] if payload else "without code"
                return f"{stands}, Close {code}"
            elif opcode in ("FIN", "RST"):
                return f"{stands}, {opcode}"
        return f"{stands}, stays"


def main():
    url, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100
    login = sys.argv[3] if len(sys.argv) > 3 else "guest:guest"
    if urlsplit(url).hostname != "127.0.0.1":
        sys.exit("loopback only")
    seen = collections.Counter()
    for number in range(rounds):
        client_id = f"r{os.getpid()}-{number}"
        older = Client(url, client_id, login)
        first = older.fate(0.1)
        newer = Client(url, client_id, login)
        seen[f"older: {first}; newer: {newer.fate(1)}"] += 1
        older.socket.close()
        newer.socket.close()
    for words, count in seen.most_common():
        print(f"{count} of {rounds}  {words}")


if __name__ == "__main__":
    main()
