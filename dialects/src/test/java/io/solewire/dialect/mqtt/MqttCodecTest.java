package io.solewire.dialect.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.dialect.Codec;
import io.solewire.dialect.Dialects;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are those that servers were seen to send, and to understand. */
class MqttCodecTest {

  private static final String CONNECT = "{\"type\":\"CONNECT\",\"clientId\":\"u\"}";

  private final Codec old = new Mqtt311().open();
  private final Codec five = new Mqtt5().open();

  @Test
  void bothAreFoundByTheirNames() {
    assertEquals(List.of("mqtt", "mqtt5"), Dialects.names());
  }

  @Test
  void aConnectIsAsLongAsItsClientIdMakesIt() {
    assertEquals("100d00044d5154540402003c000175", hex(old.encode(CONNECT)));
    assertEquals("100e00044d5154540502003c00000175", hex(five.encode(CONNECT)));
    String longer = CONNECT.replace("\"u\"", "\"" + "u".repeat(200) + "\"");
    assertTrue(hex(old.encode(longer)).startsWith("10d401"));
  }

  @Test
  void aConnectMayHaveALogin() {
    String login = CONNECT.replace("}", ",\"userName\":\"guest\",\"password\":\"guest\"}");
    assertEquals(
        "101b00044d51545404c2003c0001750005677565737400056775657374", hex(old.encode(login)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"PINGREQ\"} | c000",
        "{\"type\":\"DISCONNECT\"} | e000",
        "{\"type\":\"SUBSCRIBE\",\"topic\":\"a\"} | 82060001000161" + "00",
        "{\"type\":\"PUBLISH\",\"topic\":\"a\",\"payload\":\"bc\"} | 3005000161" + "6263"
      })
  void otherPacketsOfAClient(String text, String bytes) {
    assertEquals(bytes, hex(old.encode(text)));
  }

  @Test
  void packetsNeedNotAlignWithFrames() {
    List<String> read = new ArrayList<>();
    for (String frame : List.of("20", "02", "00", "00d000d0", "00")) {
      read.addAll(old.decode(HexFormat.of().parseHex(frame)));
    }
    assertEquals(
        List.of(
            "{\"type\":\"CONNACK\",\"reasonCode\":\"0x00\",\"sessionPresent\":false}",
            "{\"type\":\"PINGRESP\"}",
            "{\"type\":\"PINGRESP\"}"),
        read);
  }

  @Test
  void aServerOfMqtt5SaysWhyItDisconnects() {
    five.encode(CONNECT);
    assertEquals(
        List.of("{\"type\":\"CONNACK\",\"reasonCode\":\"0x00\",\"sessionPresent\":false}"),
        five.decode(HexFormat.of().parseHex("200900000622000a210014")));
    assertEquals(
        List.of("{\"type\":\"DISCONNECT\",\"reasonCode\":\"0x8e\"}"),
        five.decode(HexFormat.of().parseHex("e0028e00")));
    assertEquals(
        List.of("{\"type\":\"DISCONNECT\",\"reasonCode\":\"0x8e\",\"reasonString\":\"gone\"}"),
        five.decode(HexFormat.of().parseHex("e0098e071f0004676f6e65")));
  }

  @Test
  void aMessageAndAGrantedSubscription() {
    assertEquals(
        List.of("{\"type\":\"PUBLISH\",\"topic\":\"a\",\"qos\":0,\"payload\":\"bc\"}"),
        old.decode(HexFormat.of().parseHex("3005000161" + "6263")));
    assertEquals(
        List.of("{\"type\":\"SUBACK\",\"packetId\":1,\"reasonCodes\":[\"0x80\"]}"),
        old.decode(HexFormat.of().parseHex("9003000180")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PINGREQ",
        "[]",
        "{}",
        "{\"type\":\"CONNACK\"}",
        "{\"type\":\"CONNECT\"}",
        "{\"type\":\"CONNECT\",\"clientId\":7}",
        "{\"type\":\"SUBSCRIBE\",\"topic\":\"a\",\"qos\":3}",
        "{\"type\":\"CONNECT\",\"clientId\":\"u\",\"keepAlive\":\"long\"}"
      })
  void whatIsNoPacketOfAClientIsTold(String text) {
    String told = assertThrows(IllegalArgumentException.class, () -> old.encode(text)).getMessage();
    assertTrue(told.contains("expected "), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ffffffffff", "20020009", "d0ffffffff7f"})
  void whatIsNoPacketOfAServerIsTold(String bytes) {
    assertThrows(IllegalArgumentException.class, () -> old.decode(HexFormat.of().parseHex(bytes)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
