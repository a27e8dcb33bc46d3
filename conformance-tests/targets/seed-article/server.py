"""The algorithm of the article the project started from, on Django Channels and Daphne.

Usage: /usr/bin/python3 server.py PORT

A bad server on purpose: every quirk below stands for a sentence of our account of the article,
quoted after "seed:" (README.md); none is a slip. One process, no database, 127.0.0.1 only.
"""

import asyncio
import json
import logging
import sys
import uuid

import channels
import daphne
import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    CHANNEL_LAYERS={"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}},
    INSTALLED_APPS=["channels"],
    LOGGING_CONFIG=None,
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    SECRET_KEY="nothing is signed here",
    USE_TZ=True,
)
django.setup()

# These modules read the settings when they are imported.
from autobahn.exception import Disconnected  # noqa: E402
from channels.exceptions import ChannelFull  # noqa: E402
from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.layers import get_channel_layer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from daphne.server import Server  # noqa: E402
from django.core.asgi import get_asgi_application  # noqa: E402
from django.http import HttpResponseBadRequest, HttpResponseNotAllowed  # noqa: E402
from django.http import JsonResponse, QueryDict  # noqa: E402
from django.urls import path  # noqa: E402

log = logging.getLogger("seed_article")

# seed: 'a custom one ("Custom Channels")'. User id -> channel name -> record.
custom_channels = {}


def get_channels_for_user(user_id):
    # seed: "look up the names of all channels that the same user already has". Channels itself
    # has no such function ("the API it calls does not exist"): hence the custom registry.
    return list(custom_channels.get(user_id, {}))


def is_connected(user_id, name):
    # seed: "see whether a long-lived connection really stands behind the name; skip names that
    # are stale". All that can be asked is the registry's own word.
    record = custom_channels.get(user_id, {}).get(name)
    return record is not None and record["status"] == "connected"


def register(user_id, name):
    # seed: "Register the newcomer: channel id, owner id, connection status, session id, whether
    # it has been acknowledged".
    record = {
        "channel_id": name,
        "owner_id": user_id,
        "status": "connected",
        "session_id": uuid.uuid4().hex,
        "acknowledged": False,
    }
    custom_channels.setdefault(user_id, {})[name] = record
    return record


async def close(user_id, name):
    # seed: "it takes a *new* lock for every call, which excludes nobody".
    lock = asyncio.Lock()
    async with lock:
        # seed: "it treats a missing entry as an error".
        if name not in custom_channels.get(user_id, {}):
            raise KeyError(name)
        # seed: "it deletes the registry entry without closing the socket".
        del custom_channels[user_id][name]


async def close_older_channels(user_id, names):
    for name in names:
        if not is_connected(user_id, name):
            continue
        try:
            await close(user_id, name)
        except KeyError as error:
            # seed: 'report "failed to close …" and go on with the others'.
            log.warning("failed to close %s", error)
            continue
        # seed: "it stops after the first match".
        break
    # seed: "it sleeps one second and then *assumes* that the old connections are gone".
    await asyncio.sleep(1)
    log.info("all the old channel connections have been closed")


class UserConsumer(AsyncWebsocketConsumer):
    user_id = None

    async def connect(self):
        user_id = QueryDict(self.scope["query_string"]).get("user")
        if not user_id:
            await self.close()  # before accept: HTTP 403
            return
        self.user_id = user_id
        older = get_channels_for_user(user_id)
        record = register(user_id, self.channel_name)
        if older:
            await close_older_channels(user_id, older)
        await self.accept()
        await self.send_json({"type": "welcome", "user": user_id})
        record["acknowledged"] = True

    async def disconnect(self, code):
        if self.user_id is None:
            return
        try:
            await close(self.user_id, self.channel_name)
        except KeyError as error:
            # seed: "it treats a missing entry as an error": what every superseded one finds.
            log.warning("failed to close %s", error)

    async def receive(self, text_data=None, bytes_data=None):
        try:
            message = json.loads(text_data or "null")
        except ValueError:
            return
        if isinstance(message, dict) and message.get("type") == "ping":
            await self.send_json({"type": "pong", "id": message.get("id")})

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


async def publish(request):
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user_id = request.GET.get("user")
    if not user_id:
        return HttpResponseBadRequest("user is missing")
    message = {"type": "user.message", "text": request.body.decode(errors="replace")}
    for name in get_channels_for_user(user_id):
        try:
            await get_channel_layer().send(name, message)
        except ChannelFull:
            pass  # as group_send does it
    return JsonResponse({"sent": True})


async def health(request):
    return JsonResponse({"status": "up"})


urlpatterns = [path("publish", publish), path("health", health)]

application = ProtocolTypeRouter(
    {
        "http": get_asgi_application(),
        "websocket": URLRouter([path("ws", UserConsumer.as_asgi())]),
    }
)


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.exit("usage: server.py PORT")
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    versions = ", ".join(
        f"{module.__name__} {module.__version__}" for module in (channels, daphne, django)
    )
    print(f"version: {versions}", flush=True)
    # Daphne's backlog of 50 would let a burst of connects wait a second for TCP to try again.
    endpoint = f"tcp:{sys.argv[1]}:interface=127.0.0.1:backlog=1024"
    Server(application, endpoints=[endpoint]).run()


if __name__ == "__main__":
    main()
