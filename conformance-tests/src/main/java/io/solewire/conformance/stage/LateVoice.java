package io.solewire.conformance.stage;

import io.solewire.record.Voice;
import java.util.Optional;

/** Hands on to a connection's client, once there is one. Thread-safe. */
final class LateVoice implements Voice {

  private volatile Client client;

  void join(Client late) {
    client = late;
  }

  Optional<Client> client() {
    return Optional.ofNullable(client);
  }

  @Override
  public void text(String text) {
    client().ifPresent(speaker -> speaker.text(text));
  }

  @Override
  public void binary(byte[] payload) {
    client().ifPresent(speaker -> speaker.binary(payload));
  }

  @Override
  public void ping(byte[] payload) {
    client().ifPresent(speaker -> speaker.ping(payload));
  }
}
