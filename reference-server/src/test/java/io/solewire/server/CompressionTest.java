package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Permessage-deflate (RFC 7692). */
final class CompressionTest {
  private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";
  private static final String TEXT = "echo " + "again and ".repeat(200);

  private static ReferenceServer server(boolean compress) throws Exception {
    return ReferenceServer.start(ServerConfig.builder().compress(compress).build());
  }

  private static String head(ReferenceServer server, RawClient client, String... headers)
      throws Exception {
    client.write(RawClient.request("/ws?user=u", headers));
    String head = client.head().toLowerCase();
    assertTrue(head.startsWith("http/1.1 101"), head);
    return head;
  }

  @Test
  void whoeverOffersItIsSentLess() throws Exception {
    try (ReferenceServer server = server(true);
        RawClient client = RawClient.tcp(server)) {
      assertTrue(head(server, client, OFFER).contains("permessage-deflate"));
      client.text(TEXT);
      byte[] sent = ((Seen.Frame) client.next(RawClient.WITHIN)).payload();
      assertTrue(sent.length < 100, "bytes: " + sent.length);
      Inflater inflater = new Inflater(true);
      inflater.setInput(sent);
      byte[] text = new byte[TEXT.length() + 1];
      assertEquals(TEXT, new String(text, 0, inflater.inflate(text), "UTF-8"));
      inflater.end();
      try (RawClient newer = RawClient.open(server, "u")) {
        assertEquals(4409, client.closed(), "control frames are not compressed");
        newer.text(TEXT);
        assertEquals(TEXT, newer.said(), "to whoever does not offer it");
      }
    }
  }

  @Test
  void byDefaultTheOfferIsNotAccepted() throws Exception {
    try (ReferenceServer server = server(false);
        RawClient client = RawClient.tcp(server)) {
      assertFalse(head(server, client, OFFER).contains("permessage-deflate"));
      client.text(TEXT);
      assertEquals(TEXT, client.said());
    }
  }
}
