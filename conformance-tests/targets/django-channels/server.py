"""Single active connection per user on Django Channels and Daphne, written in eight ways.

Usage: /usr/bin/python3 server.py [VARIANT] PORT

Without VARIANT: kick-then-add, one process, the in-memory channel layer, no database. Variants whose
names begin with redis- want REDIS_URL in the environment. Listens on 127.0.0.1 only.
"""

import hashlib
import json
import logging
import os
import sys

import channels
import daphne
import django
from django.conf import settings

VARIANT = sys.argv[1] if len(sys.argv) > 2 else "kick-then-add"
REDIS_URL = os.environ.get("REDIS_URL")

if VARIANT.startswith("redis-"):
    LAYER = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer"
        if VARIANT == "redis-pubsub"
        else "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [REDIS_URL]},
    }
else:
    LAYER = {"BACKEND": "channels.layers.InMemoryChannelLayer"}

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    CHANNEL_LAYERS={"default": LAYER},
    INSTALLED_APPS=["channels"],
    LOGGING_CONFIG=None,
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    SECRET_KEY="nothing is signed here",
    USE_TZ=True,
)
django.setup()

# These modules read the settings when they are imported.
from asgiref.sync import sync_to_async  # noqa: E402
from autobahn.exception import Disconnected  # noqa: E402
from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.layers import get_channel_layer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from daphne.server import Server  # noqa: E402
from django.core.asgi import get_asgi_application  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.http import HttpResponseBadRequest, HttpResponseNotAllowed  # noqa: E402
from django.http import JsonResponse, QueryDict  # noqa: E402
from django.urls import path  # noqa: E402

SUPERSEDED = 4001


def key_of(user):
    # A group name is ASCII letters, digits, - _ . and below 100 characters; a user id is anything.
    return "user." + hashlib.sha256(user.encode()).hexdigest()


class UserConsumer(AsyncWebsocketConsumer):
    """The user's connection; how it takes over from an older one is the variant's."""

    key = None

    async def connect(self):
        # QueryDict is what request.GET is: socket and publisher decode a user alike.
        user = QueryDict(self.scope["query_string"]).get("user")
        if not user:
            await self.close()  # before accept: HTTP 403
            return
        self.key = key_of(user)
        await self.take_over()
        await self.accept()
        await self.send_json({"type": "welcome", "user": user})

    async def disconnect(self, code):
        if self.key:
            await self.let_go()

    async def receive(self, text_data=None, bytes_data=None):
        # Whatever is no ping is ignored: an exception would end the consumer without disconnect().
        try:
            message = json.loads(text_data or "null")
        except ValueError:
            return
        if isinstance(message, dict) and message.get("type") == "ping":
            await self.send_json({"type": "pong", "id": message.get("id")})

    async def kick(self, event):
        if event.get("newest") != self.channel_name:
            await self.close(code=SUPERSEDED)

    async def user_message(self, event):
        await self.send_json({"type": "message", "text": event["text"]})

    async def send_json(self, content):
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        try:
            await self.send(text_data=text)
        except Disconnected:
            # Daphne raises it once the socket is closing. Left to itself it would end the consumer
            # without disconnect(), which is on its way.
            pass


class GroupConsumer(UserConsumer):
    """Every user has a group, in which at most one connection is meant to stay."""

    async def let_go(self):
        # Only this connection's own channel: the group may be the newcomer's by now.
        await self.channel_layer.group_discard(self.key, self.channel_name)

    @staticmethod
    async def send_to(key, event):
        await get_channel_layer().group_send(key, event)


class KickThenAdd(GroupConsumer):
    async def take_over(self):
        # Kick before add, or this consumer would be told to close itself. In Channels 4.0 neither
        # call of the in-memory layer suspends, so that no other connect comes between the two.
        # On Redis each is a round trip: newcomers kick a group that none of them has joined yet.
        await self.channel_layer.group_send(self.key, {"type": "kick"})
        await self.channel_layer.group_add(self.key, self.channel_name)


class AddThenKick(GroupConsumer):
    async def take_over(self):
        # On Redis two newcomers may both be in the group before either kicks: both go.
        await self.channel_layer.group_add(self.key, self.channel_name)
        await self.channel_layer.group_send(
            self.key, {"type": "kick", "newest": self.channel_name}
        )


class RegistryConsumer(UserConsumer):
    """A registry says which channel is the user's."""

    async def take_over(self):
        old = await self.register()
        if old:
            await self.channel_layer.send(old, {"type": "kick"})

    @classmethod
    async def send_to(cls, key, event):
        channel_name = await cls.registered(key)
        if channel_name:
            await get_channel_layer().send(channel_name, event)


class CacheRegistry(RegistryConsumer):
    async def register(self):
        # Between get and set others run: newcomers read the same old name, and overwrite each other.
        old = await sync_to_async(cache.get)(self.key)
        await sync_to_async(cache.set)(self.key, self.channel_name, None)
        return old

    async def let_go(self):
        if await sync_to_async(cache.get)(self.key) == self.channel_name:
            await sync_to_async(cache.delete)(self.key)

    @staticmethod
    async def registered(key):
        return await sync_to_async(cache.get)(key)


class RedisGetSet(RegistryConsumer):
    async def register(self):
        # The same hole as in CacheRegistry, as wide as a round trip.
        old = await redis.get(self.key)
        await redis.set(self.key, self.channel_name)
        return old

    async def let_go(self):
        if await redis.get(self.key) == self.channel_name:
            await redis.delete(self.key)

    @staticmethod
    async def registered(key):
        return await redis.get(key)


class RedisGetset(RedisGetSet):
    """The correct one: read and write are one step, and so are look and delete.

    It keeps the rule as long as its layer keeps every kick, which redis-pubsub's does.
    """

    DELETE_IF_OURS = (
        "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end"
    )

    async def register(self):
        return await redis.getset(self.key, self.channel_name)

    async def let_go(self):
        await redis.eval(self.DELETE_IF_OURS, 1, self.key, self.channel_name)


VARIANTS = {
    "kick-then-add": KickThenAdd,
    "add-then-kick": AddThenKick,
    "registry": CacheRegistry,
    "redis-kick-then-add": KickThenAdd,
    "redis-add-then-kick": AddThenKick,
    "redis-get-set": RedisGetSet,
    "redis-getset": RedisGetset,
    "redis-pubsub": RedisGetset,
}
if VARIANT not in VARIANTS:
    print(f"no variant {VARIANT}; there are {', '.join(VARIANTS)}", file=sys.stderr)
    sys.exit(2)
Consumer = VARIANTS[VARIANT]

if REDIS_URL:
    from redis import asyncio as aioredis

    redis = aioredis.from_url(REDIS_URL, decode_responses=True)


async def publish(request):
    # By hand: the decorators of django.views.decorators.http cannot wrap async views in 3.2.
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user = request.GET.get("user")
    if not user:
        return HttpResponseBadRequest("user is missing")
    text = request.body.decode(errors="replace")
    await Consumer.send_to(key_of(user), {"type": "user.message", "text": text})
    return JsonResponse({"sent": True})


async def health(request):
    return JsonResponse({"status": "up"})


urlpatterns = [path("publish", publish), path("health", health)]

application = ProtocolTypeRouter(
    {
        "http": get_asgi_application(),
        "websocket": URLRouter([path("ws", Consumer.as_asgi())]),
    }
)


def main():
    if len(sys.argv) not in (2, 3) or not sys.argv[-1].isdecimal():
        print("usage: server.py [VARIANT] PORT", file=sys.stderr)
        sys.exit(2)
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    versions = ", ".join(
        f"{module.__name__} {module.__version__}" for module in (channels, daphne, django)
    )
    print(f"version: {versions}", flush=True)
    # Daphne's backlog of 50 would let a burst of connects wait a second for TCP to try again.
    endpoint = f"tcp:{sys.argv[-1]}:interface=127.0.0.1:backlog=1024"
    # The reactor's own handlers end the process on SIGTERM and SIGINT.
    Server(application, endpoints=[endpoint]).run()


if __name__ == "__main__":
    main()
