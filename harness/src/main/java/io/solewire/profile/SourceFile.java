package io.solewire.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the text of a document, at most 1 MiB of UTF-8. Stateless. */
final class SourceFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SourceFile() {}

  /** Reads a profile. */
  static String read(Path file) throws ProfileException {
    return read(file, "a profile");
  }

  /** Reads what {@code what} names in a problem. */
  static String read(Path file, String what) throws ProfileException {
    Place whole = new Place(file.toString(), 0);
    byte[] bytes = bytes(file, whole);
    if (bytes.length > MAX_BYTES) {
      throw Problems.single(whole, what + " of at most 1 MiB");
    }
    String text = decode(bytes, whole.file());
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file, Place whole) throws ProfileException {
    if (Files.isDirectory(file)) {
      throw Problems.single(whole, "a file, but this is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw Problems.single(whole, "a file, but there is none of this name");
    } catch (AccessDeniedException e) {
      throw Problems.single(whole, "a file that may be read, but access is denied");
    } catch (IOException e) {
      throw Problems.single(whole, "a readable file, but " + e.getMessage());
    }
  }

  private static String decode(byte[] bytes, String file) throws ProfileException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      int bad = in.position();
      int line = 1;
      for (int i = 0; i < bad; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      String expected = String.format("UTF-8, but byte 0x%02x here is not", bytes[bad]);
      throw Problems.single(new Place(file, line), expected);
    }
    return out.flip().toString();
  }
}
