"""One user connects twice, and ten times at once: any server whose dialect is known.

Usage: rounds.py DIALECT URL [URL] [--user TEMPLATE] [--login NAME:PASSWORD] [--distinct]
                 [--rounds N]

DIALECT is json, echo, socket-io, mqtt, mqtt5 or xmpp (dialects.py). URL and login may hold {user}; its
template may hold {run} and {n}, 001 and up. With two URLs, the nodes of a cluster, connections take
turns. MQTT's client id is the user, or with --distinct another one for each connection. Loopback only; plain sockets (wire.py).
"""

import argparse
import asyncio
import os
import re
import sys
from urllib.parse import quote, urlsplit

from dialects import DIALECTS
from lab import leave_all, rest, since, spread, tally
from wire import CLOSE, PING, PONG, TEXT, Arrivals, Client, decode, encode, now


class Speaker(Client):
    """A connection that says its steps; with hold, the bytes at which the server decides wait for go()."""

    def __init__(self, arrivals, url, dialect, account, hold=False, **options):
        self.dialect, self.hold, self.held = dialect, hold, None
        self.steps = dialect.steps(*account)
        self.decides = max((i for i, s in enumerate(self.steps) if s[0] == "send"), default=None)
        self.stream, self.heard, self.after = b"", 0, b""
        self.welcomed = self.told = self.asked = None
        super().__init__(arrivals, url, **options)

    def request(self, **spoilt):
        head = super().request(**spoilt)
        if self.dialect.subprotocol:
            head = head[:-2] + b"Sec-WebSocket-Protocol: %s\r\n\r\n" % self.dialect.subprotocol.encode()
        return head

    def open(self):
        head = self.request()
        self.requested = now()
        if self.hold and self.decides is None:
            self.held, head = head[-1:], head[:-1]
        self.write(head)
        return self

    def go(self):
        self.requested, held, self.held = now(), self.held, None
        if held:
            self.write(held)

    def parse(self, at):
        while (frame := decode(self.data)) is not None:
            opcode, payload, length = frame
            raw = bytes(self.data[:length])
            del self.data[:length]
            if self.welcomed and self.asked is None:
                self.after += raw
            self.take(at, opcode, payload, raw)
        self.advance(at)

    def take(self, at, opcode, payload, raw):
        self.frames.append((at, opcode, payload))
        if opcode == CLOSE and self.close_at is None:
            self.close_at, self.close_bytes = at, raw
            if self.echo:
                self.write(encode(CLOSE, payload))
        elif opcode == PING:
            self.write(encode(PONG, payload))
        elif opcode < 8:
            self.stream += payload
            if payload in self.dialect.replies:
                self.write(encode(TEXT, self.dialect.replies[payload].encode()))
            elif self.welcomed and self.asked is None:
                self.told = self.told or at
            self.advance(at)

    def advance(self, at):
        """Goes on with the steps as far as they go."""
        while self.steps:
            kind, what = self.steps[0]
            if kind == "expect":
                found = re.compile(what).search(self.stream, self.heard)
                if not found:
                    return
                self.heard = found.end()
            elif self.hold and self.decides == 0:
                self.held = what
            else:
                self.requested = now()
                self.write(what)
            self.steps = self.steps[1:]
            if self.decides is not None:
                self.decides -= 1
        if self.welcomed is None:
            self.welcomed = at

    @property
    def admitted(self):
        return self.welcomed

    def ask(self, word):
        self.asked = len(self.stream)
        return self.write(self.dialect.ping(word))

    def answered(self, word):
        return bool(re.compile(self.dialect.pong(word)).search(self.stream, self.asked))


class Rounds:
    """One server, one or two nodes."""

    speaker = Speaker

    def __init__(self, chosen):
        self.chosen, self.arrivals = chosen, Arrivals()
        self.until = self.arrivals.until
        self.run, self.count, self.turn = os.urandom(3).hex(), 0, 0

    def user(self):
        self.count += 1
        return self.chosen.user.format(run=self.run, n=f"{self.count:03}")

    def client(self, user, **options):
        url = self.chosen.urls[self.turn % len(self.chosen.urls)].replace("{user}", quote(user))
        self.turn += 1
        client_id = f"{user}-{self.turn}" if self.chosen.distinct else user
        account = (user, self.chosen.login, client_id)
        return self.speaker(self.arrivals, url, DIALECTS[self.chosen.dialect], account, **options)

    async def admit(self, user, **options):
        client = self.client(user, **options).open()
        await self.until(lambda: client.admitted or client.end or refused(client), 3000)
        return client

    async def alive(self, clients, word="alive"):
        asked = [c for c in clients if c.admitted and not c.end and not c.close_at and c.ask(word)]
        await self.until(lambda: all(c.answered(word) or c.end for c in asked), 3000)
        return [c for c in asked if c.answered(word) and not c.end and not c.close_at]

    async def takeovers(self, echo):
        pairs = []
        for _ in range(self.chosen.rounds):
            user = self.user()
            a = await self.admit(user, echo=echo)
            pairs.append((a, await self.admit(user)))
            await rest(50)
        await rest(2000)
        # A that has not been told anything is asked like B: both may be alive.
        alive = await self.alive([c for pair in pairs for c in pair])
        lines = [
            f"admitted: A {sum(bool(a.admitted) for a, _ in pairs)}, "
            f"B {sum(bool(b.admitted) for _, b in pairs)} of {len(pairs)}; open and answering "
            f"2 s later: A {sum(a in alive for a, _ in pairs)}, B {sum(b in alive for _, b in pairs)}",
            f"A's bytes after its admission: {tally(shown(a) for a, _ in pairs)}",
            f"B's, if it was not admitted: {tally(shown(b) for _, b in pairs if not b.admitted)}",
            "B's decisive bytes to B's admission: "
            + spread(since(b.requested, b.admitted) for _, b in pairs),
            "B's decisive bytes to A's first sign: "
            + spread(since(b.requested, first_sign(a)) for a, b in pairs),
            "A's Close to its end of TCP: " + spread(since(a.close_at, a.ended) for a, _ in pairs),
        ]
        order = [first_sign(a) < b.admitted for a, b in pairs if first_sign(a) and b.admitted]
        lines.append(f"A's sign read before B's admission: {sum(order)} of {len(order)}")
        leave_all(c for pair in pairs for c in pair)
        return lines

    async def races(self, hold):
        survivors, losers, silent = [], [], 0
        for _ in range(self.chosen.rounds):
            user = self.user()
            racers = [self.client(user, hold=hold) for _ in range(10)]
            for racer in racers:
                racer.open()
            if hold:
                await self.until(lambda: all(c.held or c.end for c in racers), 3000)
                for racer in racers:
                    racer.go()
            await self.until(lambda: all(c.admitted or c.end or refused(c) for c in racers), 3000)
            await rest(2000)
            alive = await self.alive(racers)
            survivors.append(len(alive))
            losers += [c for c in racers if c not in alive]
            left = [c for c in racers if c.admitted and not c.end and not c.close_at]
            silent += len([c for c in left if c not in alive])
            leave_all(racers)
            await rest(100)
        return [
            f"survivors per round: {tally(survivors)}",
            f"    losers: {tally(shown(c) for c in losers)}",
            f"    never admitted: {sum(not c.admitted for c in losers)}; open but not answering: {silent}",
        ]


def refused(client):
    """The status line, or the message, by which a newcomer is turned away."""
    if client.head and " 101 " not in client.head.split("\r\n")[0]:
        return client.head.split("\r\n")[0]
    refusal = client.dialect.refusal
    found = refusal and not client.admitted and re.search(refusal, client.stream)
    return found and found.group().decode()


def first_sign(client):
    return client.told or client.close_at or client.ended


def shown(client):
    """What the server sent from the admission on (or before there was one), and how TCP ended."""
    if refused(client):
        return f"{refused(client)} {client.end or 'open'}"
    if not client.admitted:
        closed = f" [{client.close_bytes.hex(' ')}]" if client.close_bytes else ""
        return f"not admitted {client.stream[-160:]!r}{closed} {client.end or 'open'}"
    frames, data = [], client.after
    while (frame := decode(data)) is not None:
        opcode, payload, length = frame
        raw, data = data[:length], data[length:]
        frames.append(repr(payload.decode()) if opcode == TEXT else f"[{raw.hex(' ')}]")
    return " ".join(frames + [client.end or "open"])


async def observe(chosen):
    rounds = Rounds(chosen)
    for title, work in (
        ("A, then B; A echoes Close", lambda: rounds.takeovers(echo=True)),
        ("A, then B; A never echoes Close", lambda: rounds.takeovers(echo=False)),
        ("10 at once", lambda: rounds.races(hold=False)),
        ("10, decisive bytes released together", lambda: rounds.races(hold=True)),
    ):
        print(title)
        print("".join(f"    {line}\n" for line in await work()), end="", flush=True)


def arguments(doc, rounds=10, **more):
    """What the command line says; more are options of a client's own, with their defaults."""
    parser = argparse.ArgumentParser(usage=doc.split("Usage: ")[1].split("\n\n")[0])
    parser.add_argument("dialect", choices=DIALECTS)
    parser.add_argument("urls", nargs="+")
    parser.add_argument("--login")
    parser.add_argument("--user", default="r{run}{n}")
    parser.add_argument("--distinct", action="store_true")
    parser.add_argument("--rounds", type=int, default=rounds)
    for name, default in more.items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    chosen = parser.parse_args()
    if any(urlsplit(url).hostname != "127.0.0.1" for url in chosen.urls):
        sys.exit("loopback only")
    return chosen


def main():
    asyncio.run(observe(arguments(__doc__)))


if __name__ == "__main__":
    main()
