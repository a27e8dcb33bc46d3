"""Shows how a server treats a user's second connection. Shares nothing with the harness.

Usage: confirm.py [--only a,b] URL [PUBLISH-URL]
       confirm.py [--only a,b] --start SERVER.py

URL holds {user}, as in ws://127.0.0.1:8000/ws?user={user}. The server must say
{"type":"welcome"} when it has admitted somebody and answer {"type":"ping","id":X} with
{"type":"pong","id":X}; PUBLISH-URL takes a POST whose body the user then gets in
{"type":"message","text":BODY}. --start runs the server on a free port and ends it again.

Loopback only. Ends by itself within a minute.
"""

import argparse
import asyncio
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import endings
import handshakes
import races
import takeovers
from lab import Lab

LIMIT_SECONDS = 58
# One after another where times or races matter; what stands together only waits.
PLAN = [
    [("a", "A, then B; (g) A's Close frame on the wire", takeovers.sequential)],
    [("b", "races of one user", races.all_races)],
    [
        ("c", "A never echoes Close", takeovers.never_echoes),
        ("e", "handshakes of B that do not complete", handshakes.incomplete),
    ],
    [("f", "publishing all the time while connections are taken over", takeovers.published)],
    [
        ("d", "late end of A, then publish, then C", endings.late_end),
        ("h", "spellings of a user, and other users", handshakes.spellings),
        ("i", "A stops reading", endings.silent),
        ("j", "chain of 100 takeovers", races.chain),
    ],
]


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("Usage: ")[1].split("\n\n")[0])
    parser.add_argument("--only", default="")
    parser.add_argument("--start")
    parser.add_argument("url", nargs="?")
    parser.add_argument("publish", nargs="?")
    chosen = parser.parse_args()
    chosen.only = set(filter(None, chosen.only.split(",")))
    unknown = chosen.only - {letter for together in PLAN for letter, _, _ in together}
    if unknown:
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    if bool(chosen.start) == bool(chosen.url):
        parser.error("either URL or --start")
    for url in filter(None, (chosen.url, chosen.publish)):
        if urlsplit(url).hostname not in ("127.0.0.1", "localhost"):
            parser.error("loopback only")
    return chosen


def start(program):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(["/usr/bin/python3", program, str(port)])
    try:
        wait_for(port, server)
    except BaseException:
        stop(server)
        raise
    return server, f"http://127.0.0.1:{port}"


def wait_for(port, server):
    for _ in range(100):
        if server.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("the server does not accept connections")


def stop(server):
    server.terminate()
    try:
        server.wait(5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


async def observe(url, publish, only):
    lab = Lab(url, publish)
    for together in PLAN:
        chosen = [step for step in together if not only or step[0] in only]
        results = await asyncio.gather(*(step(lab) for _, _, step in chosen))
        for (letter, title, _), lines in zip(chosen, results):
            print(f"({letter}) {title}")
            print("".join(f"    {line}\n" for line in lines), end="", flush=True)


def main():
    chosen = arguments()
    # Both end in the finally below.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("terminated"))
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"not done after {LIMIT_SECONDS} s"))
    signal.alarm(LIMIT_SECONDS)
    server, url, publish = None, chosen.url, chosen.publish
    if chosen.start:
        server, base = start(chosen.start)
        url = base.replace("http", "ws") + "/ws?user={user}"
        publish = base + "/publish?user={user}"
    began = time.monotonic()
    try:
        asyncio.run(observe(url, publish, chosen.only))
        print(f"done in {time.monotonic() - began:.0f} s")
    except ConnectionRefusedError:
        sys.exit(f"nobody listens at {url}")
    finally:
        if server:
            stop(server)


if __name__ == "__main__":
    main()
