"""What an evicted connection can still do if it never answers Close: plain sockets, JSON servers.

    afterlife.py URL [SECONDS]      a server on 127.0.0.1 that passes {"type":"send","to":U,"text":T} on

A second user is told something by the evicted connection twice a second, until its TCP ends.
"""

import asyncio
import sys
from urllib.parse import urlsplit

from lab import Lab
from wire import TEXT, encode, now


async def observe(url, seconds):
    lab = Lab(url, None)
    witness = await lab.admit(lab.user())
    name = witness.texts("welcome")[0][1]["user"]
    user = lab.user()
    a = await lab.admit(user, echo=False)
    b = await lab.admit(user)
    await lab.until(lambda: a.close_at or a.end, 2000)
    sent, evicted = 0, a.close_at or a.ended
    while not a.end and now() < evicted + seconds * 1000:
        message = '{"type":"send","to":"%s","text":"%d"}' % (name, sent)
        sent += a.write(encode(TEXT, message.encode()))
        await lab.until(lambda: a.end, 500)
    got = [at - evicted for at, _ in witness.texts("message")]
    print(f"Close {a.close_bytes.hex(' ') if a.close_bytes else 'none'}")
    print(f"TCP of A: {a.end or 'open'} {((a.ended or now()) - evicted) / 1000:.1f} s later")
    print(f"A's messages that took effect: {len(got)} of {sent}"
          + (f", the last {got[-1] / 1000:.1f} s after its Close" if got else ""))
    print(f"B still answers: {b in await lab.alive([b])}")


def main():
    if urlsplit(sys.argv[1]).hostname != "127.0.0.1":
        sys.exit("loopback only")
    asyncio.run(observe(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50))


if __name__ == "__main__":
    main()
