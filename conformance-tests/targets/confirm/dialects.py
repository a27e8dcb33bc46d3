"""What a connection says until it is admitted, and how it shows that it is alive.

Steps after the upgrade are ("send", frame) and ("expect", expression). Packets of a protocol need not
align with frames, so an expression looks at one stream of bytes.
"""

import base64

from wire import BINARY, TEXT, encode


class Json:
    """Welcome, ping and pong in JSON: Channels, ws, Spring."""

    subprotocol = None
    replies = {}
    refusal = None

    def steps(self, user, login, client_id):
        return [("expect", rb'"type":"welcome"')]

    def ping(self, word):
        return text('{"type":"ping","id":"%s"}' % word)

    def pong(self, word):
        return b'"type":"pong","id":"%s"' % word.encode()


class Echo(Json):
    """The upgrade admits, and what is sent comes back: nchan."""

    def steps(self, user, login, client_id):
        return []

    def ping(self, word):
        return text(f"ping {word}.")

    def pong(self, word):
        return rb"ping %s\." % word.encode()


class SocketIo(Json):
    replies = {b"2": "3"}

    def steps(self, user, login, client_id):
        return [
            ("expect", rb"^0\{"),
            ("send", text('40{"user":"%s"}' % user)),
            ("expect", rb'42\["welcome"'),
        ]

    def ping(self, word):
        return text('42["ping","%s"]' % word)

    def pong(self, word):
        return rb'42\["pong","%s"' % word.encode()


class Mqtt(Json):
    subprotocol = "mqtt"
    level, properties, connack = 4, b"", rb"\x20\x02\x00\x00"

    def steps(self, user, login, client_id):
        """CONNECT, clean, keep-alive 60 s; a login is name:password."""
        body = field("MQTT") + bytes([self.level, 0xC2 if login else 2, 0, 60])
        body += self.properties + field(client_id)
        if login:
            name, password = login.replace("{user}", user).split(":")
            body += field(name) + field(password)
        packet = b"\x10" + bytes([len(body)]) + body
        return [("send", encode(BINARY, packet)), ("expect", self.connack)]

    def ping(self, word):
        return encode(BINARY, b"\xc0\0")

    def pong(self, word):
        return rb"\xd0\x00"


class Mqtt5(Mqtt):
    level, properties, connack = 5, b"\0", rb"(?s)\x20.\x00\x00"


class Xmpp(Json):
    """RFC 7395, SASL PLAIN; the binding of the resource "one" decides."""

    subprotocol = "xmpp"
    refusal = b"<conflict .*</iq>"
    stream = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='localhost' version='1.0'/>"

    def steps(self, user, login, client_id):
        secret = base64.b64encode(f"\0{user}\0pw".encode()).decode()
        sasl = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'"
        bind = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>one</resource></bind>"
        return [
            ("send", text(self.stream)),
            ("expect", b"</stream:features>"),
            ("send", text(f"<auth {sasl}>{secret}</auth>")),
            ("expect", b"<success"),
            ("send", text(self.stream)),
            ("expect", b"</stream:features>"),
            ("send", text(f"<iq xmlns='jabber:client' type='set' id='bind1'>{bind}</iq>")),
            ("expect", b"<jid>"),
        ]

    def ping(self, word):
        ping = "<ping xmlns='urn:xmpp:ping'/>"
        return text(f"<iq xmlns='jabber:client' type='get' to='localhost' id='{word}'>{ping}</iq>")

    def pong(self, word):
        return b"id=['\"]%s['\"]" % word.encode()


DIALECTS = {
    "json": Json(),
    "echo": Echo(),
    "socket-io": SocketIo(),
    "mqtt": Mqtt(),
    "mqtt5": Mqtt5(),
    "xmpp": Xmpp(),
}


def text(content):
    return encode(TEXT, content.encode())


def field(content):
    """A string as MQTT has it: two bytes of length before it."""
    return len(content).to_bytes(2, "big") + content.encode()
