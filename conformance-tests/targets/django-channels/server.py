"""Single active connection per user on Django Channels and Daphne: kick, then add.

Usage: /usr/bin/python3 server.py PORT

One process, the in-memory channel layer, no database. Listens on 127.0.0.1 only.
"""

import hashlib
import json
import logging
import sys

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
from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.layers import get_channel_layer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from daphne.server import Server  # noqa: E402
from django.core.asgi import get_asgi_application  # noqa: E402
from django.http import HttpResponseBadRequest, HttpResponseNotAllowed  # noqa: E402
from django.http import JsonResponse, QueryDict  # noqa: E402
from django.urls import path  # noqa: E402

SUPERSEDED = 4001


def group_of(user):
    # A group name is ASCII letters, digits, - _ . and below 100 characters; a user id is anything.
    return "user." + hashlib.sha256(user.encode()).hexdigest()


class UserConsumer(AsyncWebsocketConsumer):
    """The user's connection. At most one is meant to stay in the user's group."""

    group = None

    async def connect(self):
        # QueryDict is what request.GET is: socket and publisher decode a user alike.
        user = QueryDict(self.scope["query_string"]).get("user")
        if not user:
            await self.close()  # before accept: HTTP 403
            return
        self.group = group_of(user)
        # Kick before add, or this consumer would be told to close itself. In Channels 4.0 neither
        # call of the in-memory layer suspends, so that no other connect comes between the two.
        await self.channel_layer.group_send(self.group, {"type": "kick"})
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()
        await self.send_json({"type": "welcome", "user": user})

    async def disconnect(self, code):
        # Only this connection's own channel: the group may be the newcomer's by now.
        if self.group:
            await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data=None, bytes_data=None):
        # Whatever is no ping is ignored: an exception would end the consumer without disconnect().
        try:
            message = json.loads(text_data or "null")
        except ValueError:
            return
        if isinstance(message, dict) and message.get("type") == "ping":
            await self.send_json({"type": "pong", "id": message.get("id")})

    async def kick(self, event):
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


async def publish(request):
    # By hand: the decorators of django.views.decorators.http cannot wrap async views in 3.2.
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user = request.GET.get("user")
    if not user:
        return HttpResponseBadRequest("user is missing")
    text = request.body.decode(errors="replace")
    await get_channel_layer().group_send(
        group_of(user), {"type": "user.message", "text": text}
    )
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
    # Daphne's backlog of 50 would let a burst of connects wait a second for TCP to try again.
    endpoint = f"tcp:{sys.argv[1]}:interface=127.0.0.1:backlog=1024"
    # The reactor's own handlers end the process on SIGTERM and SIGINT.
    Server(application, endpoints=[endpoint]).run()


if __name__ == "__main__":
    main()
