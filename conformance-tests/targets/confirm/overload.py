"""Newcomers at a rate that a server may not carry: who is refused, left open, or ended though nobody came after it.

Usage: overload.py DIALECT URL [URL] [--users N] [--rate N] [--seconds N] [--passing N]

Every user connects once; then newcomers of the users in turn come at the rate, whether the server keeps up or not. Each
connection echoes Close. Beside each of them so many others pass by: they connect, and
all that are there reset at once every two seconds. Arguments as in rounds.py.
"""

import asyncio
import collections

from lab import leave_all, rest, since, spread, tally
from rounds import Rounds, arguments, refused
from wire import now

LATE = 1250  # milliseconds after its successor's admission at which an older connection is asked whether it answers
PATIENCE = 15000
TOGETHER = 2000


class Crowd:
    """The connections of each user, oldest first."""

    def __init__(self, rounds):
        self.rounds, self.of = rounds, collections.defaultdict(list)
        self.refusals, self.answering = [], []

    def come(self, user):
        client = self.rounds.client(user).open()
        self.of[user].append(client)
        return client

    async def take_over(self, user):
        before = list(self.of[user])
        newcomer = self.come(user)
        await self.rounds.until(lambda: newcomer.admitted or newcomer.end or refused(newcomer), PATIENCE)
        if refused(newcomer):
            beside = [c for c in await self.rounds.alive(before, f"beside-{id(newcomer)}") if c.admitted]
            self.refusals.append(f"{refused(newcomer)} beside {len(beside)}")
        if newcomer.admitted and self.quiet_before(newcomer, before):
            await rest(max(0, newcomer.admitted + LATE - now()))
            self.answering += await self.rounds.alive(before, f"late-{id(newcomer)}")

    async def pass_by(self):
        other = self.rounds.client(self.rounds.user()).open()
        await self.rounds.until(lambda: other.admitted or other.end, PATIENCE)
        await rest(TOGETHER - now() % TOGETHER)
        other.leave("RST")

    @staticmethod
    def quiet_before(newcomer, before):
        """Whether all that came before had been admitted, or had ended, when it asked to be."""
        return all((c.admitted or c.ended or now()) < newcomer.requested for c in before)

    def ended_without_successor(self):
        """Told to go before anybody else of the user had asked, and after all before had been admitted."""
        for clients in self.of.values():
            for at, c in enumerate(clients):
                later = clients[at + 1:]
                if c.admitted and c.close_at and all(l.requested > c.close_at for l in later):
                    yield "all before it admitted" if self.quiet_before(c, clients[:at]) else "beside another newcomer"


async def observe(chosen):
    rounds = Rounds(chosen)
    crowd, users = Crowd(rounds), [rounds.user() for _ in range(chosen.users)]
    for user in users:
        await rounds.until(lambda c=crowd.come(user): c.admitted or c.end, 3000)
    begin, tasks, passing = now(), [], []
    for n in range(chosen.rate * chosen.seconds):
        await rest(max(0, begin + n * 1000 / chosen.rate - now()))
        tasks.append(asyncio.create_task(crowd.take_over(users[n % len(users)])))
        passing += [asyncio.create_task(crowd.pass_by()) for _ in range(chosen.passing)]
    behind = now() - begin - chosen.seconds * 1000
    await asyncio.gather(*tasks, *passing)
    await rest(3000)
    report(crowd, await rounds.alive([c for clients in crowd.of.values() for c in clients]), behind, len(tasks))
    leave_all(c for clients in crowd.of.values() for c in clients)


def report(crowd, alive, behind, count):
    newcomers = [c for clients in crowd.of.values() for c in clients[1:]]
    print(f"{count} newcomers, the last one {behind:.0f} ms late; "
          f"admitted {sum(bool(c.admitted) for c in newcomers)}, after "
          + spread(since(c.requested, c.admitted) for c in newcomers))
    print(f"refused: {tally(crowd.refusals) or 'none'} that answer")
    print(f"older ones that answer {LATE} ms after their successor's admission: {len(crowd.answering)}")
    print(f"ended by Close though nobody came after: {tally(crowd.ended_without_successor()) or 'none'}")
    print("left and answering, per user: "
          + tally(sum(c in alive for c in clients) for clients in crowd.of.values()))


if __name__ == "__main__":
    asyncio.run(observe(arguments(__doc__, users=300, rate=300, seconds=15, passing=0)))
