package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.solewire.wire.Frame;
import io.solewire.wire.FrameReader;
import io.solewire.wire.Opcode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames that are written are read back by a reader that was written apart from them. */
class FrameWriterTest {

  private static final int MASK = 4;

  private static byte[] written(Opcode opcode, byte[] payload) {
    ByteBuf out = FrameWriter.frame(UnpooledByteBufAllocator.DEFAULT, opcode, payload);
    try {
      return ByteBufUtil.getBytes(out);
    } finally {
      out.release();
    }
  }

  private static Frame readBack(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    FrameReader reader = new FrameReader(frames::add);
    reader.read(bytes, 0, bytes.length);
    assertTrue(reader.atBoundary(), "the frame ends where its bytes do");
    assertEquals(1, frames.size());
    return frames.get(0);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "125, 2", "126, 4", "65535, 4", "65536, 10"})
  void everyLengthIsReadBack(int length, int header) {
    byte[] payload = new byte[length];
    new Random(length).nextBytes(payload);
    byte[] bytes = written(Opcode.BINARY, payload);
    Frame frame = readBack(bytes);
    assertTrue(frame.fin());
    assertEquals(Opcode.BINARY, frame.opcode());
    assertEquals(length, frame.length());
    assertArrayEquals(payload, frame.payload());
    assertTrue((bytes[1] & 0x80) != 0, "it is masked (section 5.3)");
    assertEquals(header + MASK + length, bytes.length, "in the shortest form (section 5.2)");
  }

  @ParameterizedTest
  @EnumSource(
      value = Opcode.class,
      names = {"TEXT", "BINARY", "CLOSE", "PING", "PONG"})
  void everyOpcodeIsReadBack(Opcode opcode) {
    assertEquals(opcode, readBack(written(opcode, new byte[] {1, 2})).opcode());
  }

  @Test
  void eachFrameHasAMaskOfItsOwn() {
    byte[] payload = new byte[MASK];
    byte[] one = written(Opcode.TEXT, payload);
    byte[] two = written(Opcode.TEXT, payload);
    byte[] three = written(Opcode.TEXT, payload);
    assertFalse(Arrays.equals(one, two) && Arrays.equals(two, three));
  }
}
