"""Counts evictions that end TCP without a Close frame: plain sockets, nothing of the harness.

    closeless.py PORT [TAKEOVERS]      a server on 127.0.0.1 that admits at /ws?user=U

Each takeover is one user with two connections, the second one right after the first was welcomed.
The evicted side says nothing, reads to the end, and looks for the bytes of a Close frame.
"""

import os
import socket
import sys
import time


def connect(port, user):
    sock = socket.create_connection(("127.0.0.1", port), timeout=5)
    sock.sendall(
        (
            f"GET /ws?user={user} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: c29sZXdpcmUtc29sZXdpcg==\r\n\r\n"
        ).encode()
    )
    seen = b""
    while b"welcome" not in seen:
        chunk = sock.recv(4096)
        if not chunk:
            raise SystemExit(f"{user} was not welcomed: {seen!r}")
        seen += chunk
    return sock


def end_of(sock):
    """What came until the end, and whether the end was FIN or RST."""
    seen = b""
    try:
        while chunk := sock.recv(4096):
            seen += chunk
        return seen, "FIN"
    except ConnectionResetError:
        return seen, "RST"


def main():
    port = int(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    without = 0
    deadline = time.monotonic() + 120
    for n in range(count):
        if time.monotonic() > deadline:
            count = n
            break
        user = f"closeless-{os.getpid()}-{n}"
        old = connect(port, user)
        new = connect(port, user)
        seen, end = end_of(old)
        if b"\x88" not in seen:
            without += 1
            print(f"takeover {n}: {end} after {seen!r}, at {time.time() % 1:.3f} of a second")
        old.close()
        new.close()
    print(f"{without} of {count} evictions ended TCP without a Close frame")


if __name__ == "__main__":
    main()
