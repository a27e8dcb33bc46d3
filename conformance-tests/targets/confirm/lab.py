"""What the observations share: users, connections, publishing, and how numbers are printed."""

import asyncio
import os
from collections import Counter
from urllib.parse import quote, urlsplit

from wire import Arrivals, Client

ADMISSION = 3500  # the article's server takes a second


class Lab:
    """One server under observation."""

    def __init__(self, url, publish):
        self.url, self.publish_url = url, publish
        self.arrivals = Arrivals()
        self.until = self.arrivals.until
        self.run, self.count = os.urandom(3).hex(), 0

    def user(self):
        self.count += 1
        return f"raw-{self.run}-{self.count}"

    def client(self, user, spelling=None, **options):
        """A connection, before its upgrade; spelling overrides the percent-encoding."""
        encoded = quote(user, safe="") if spelling is None else spelling
        return Client(self.arrivals, self.url.replace("{user}", encoded), **options)

    async def admit(self, user, **options):
        client = self.client(user, **options).open()
        await self.admitted(client)
        return client

    async def admitted(self, *clients):
        return await self.until(lambda: all(c.admitted or c.end for c in clients), ADMISSION)

    async def alive(self, clients, word="alive"):
        """Those that are open and answer an application ping sent now."""
        asked = [c for c in clients if not c.end and c.close_at is None and c.ask(word)]
        await self.until(lambda: all(c.answered(word) or c.end for c in asked), 700)
        return [c for c in asked if c.answered(word) and not c.end and c.close_at is None]

    async def publish(self, user, text):
        """POSTs a message to a user; returns the status line."""
        parts = urlsplit(self.publish_url.replace("{user}", quote(user, safe="")))
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        body = text.encode()
        writer.write(
            f"POST {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        )
        answer = await reader.read()
        writer.close()
        return answer.split(b"\r\n")[0].decode()

    async def staggered(self, count, milliseconds, work):
        """Runs work(i) count times, begun so far apart; returns the results."""

        async def later(i):
            await asyncio.sleep(i * milliseconds / 1000)
            return await work(i)

        return await asyncio.gather(*(later(i) for i in range(count)))


def spread(values):
    """Least, median and greatest of some milliseconds."""
    values = sorted(v for v in values if v is not None)
    if not values:
        return "never"
    middle = values[len(values) // 2]
    return f"{values[0]:.1f} / {middle:.1f} / {values[-1]:.1f} ms (n={len(values)})"


def tally(values):
    """How often each value was seen: '10 x 1, 2 x 3'."""
    counts = Counter(map(str, values))
    return ", ".join(f"{n} x {value}" for value, n in sorted(counts.items())) or "none"


def close_text(client):
    """The Close frame as it stood on the wire."""
    return client.close_bytes.hex(" ") if client.close_bytes else "no Close frame"


def since(start, end):
    return None if start is None or end is None else end - start


def leave_all(clients):
    for client in clients:
        client.leave("RST")


async def rest(milliseconds):
    await asyncio.sleep(milliseconds / 1000)
