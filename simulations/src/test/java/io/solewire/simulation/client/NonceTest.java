package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key and its answer; the pair is the example of RFC 6455 section 1.3. */
class NonceTest {

  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  @Test
  void theExampleOfTheRfcAnswersItsKey() {
    assertTrue(Nonce.isAnswered(KEY, List.of(ACCEPT)));
  }

  @Test
  void nothingElseDoes() {
    assertFalse(Nonce.isAnswered(KEY, List.of(ACCEPT.toLowerCase(java.util.Locale.ROOT))));
    assertFalse(Nonce.isAnswered(KEY, List.of(ACCEPT + "=")));
    assertFalse(Nonce.isAnswered(KEY, List.of("")));
    assertFalse(Nonce.isAnswered(KEY, List.of()));
    assertFalse(Nonce.isAnswered(KEY, List.of(ACCEPT, ACCEPT)));
    assertFalse(Nonce.isAnswered(Nonce.next(), List.of(ACCEPT)));
  }

  @Test
  void aKeyIsSixteenBytesThatNobodyHasSeen() {
    String key = Nonce.next();
    assertEquals(16, Base64.getDecoder().decode(key).length);
    assertNotEquals(key, Nonce.next());
  }
}
