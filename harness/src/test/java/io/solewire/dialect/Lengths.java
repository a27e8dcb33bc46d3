package io.solewire.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** For tests: a packet is a byte that says how long it is, and a text of at most nine bytes. */
public final class Lengths implements Dialect {

  private static final int LONGEST = 9;

  @Override
  public String name() {
    return "lengths";
  }

  @Override
  public String profile() {
    return """
        dialogue: [ { send: 'hi {user}' }, { expect: 'ok' } ]
        probe: { send: 'q', expect: '^a$' }
        evicted: { message: '^bye$', by: [message] }
        """;
  }

  @Override
  public Codec open() {
    return new Codec() {
      private byte[] rest = {};

      @Override
      public byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
          throw new IllegalArgumentException("expected at most " + LONGEST + " bytes");
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(bytes.length);
        packet.writeBytes(bytes);
        return packet.toByteArray();
      }

      @Override
      public List<String> decode(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(rest);
        all.writeBytes(bytes);
        rest = all.toByteArray();
        List<String> texts = new ArrayList<>();
        while (rest.length > 0 && rest.length > rest[0]) {
          if (rest[0] > LONGEST) {
            throw new IllegalArgumentException("a length of " + rest[0]);
          }
          texts.add(new String(rest, 1, rest[0], StandardCharsets.UTF_8));
          rest = java.util.Arrays.copyOfRange(rest, rest[0] + 1, rest.length);
        }
        return texts;
      }
    };
  }
}
