package io.solewire.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Files that appear under their names only when all are written. Not thread-safe, but two sets may
 * write into one folder: the later one wins file by file.
 */
public final class FileSet implements AutoCloseable {

  private final Path folder;
  private final String suffix = "." + UUID.randomUUID() + ".tmp";
  private final Map<Path, Path> waiting = new LinkedHashMap<>();

  /**
   * Makes the folder if need be.
   *
   * @param folder where the files go
   * @throws IOException if it cannot be made; the message names it and the reason
   */
  public FileSet(Path folder) throws IOException {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw named(folder, e);
    }
  }

  /**
   * Writes a file under a name of its own.
   *
   * @param name the name that it is to have
   * @param content what is in it
   * @throws IOException if it cannot be written; the message names the file and the reason
   */
  public void put(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    // Not createTempFile: that would hide the file from everybody else on the machine.
    Path temporary = folder.resolve("." + name + suffix);
    waiting.put(file, temporary);
    try {
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /**
   * Gives all files their names.
   *
   * @throws IOException if one cannot have it; the message names the file and the reason
   */
  public void publish() throws IOException {
    for (Map.Entry<Path, Path> entry : waiting.entrySet()) {
      try {
        move(entry.getValue(), entry.getKey());
      } catch (IOException e) {
        throw named(entry.getKey(), e);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what did not get its name. */
  @Override
  public void close() throws IOException {
    for (Path temporary : waiting.values()) {
      Files.deleteIfExists(temporary);
    }
  }

  private static IOException named(Path file, IOException e) {
    return new IOException("cannot write " + file + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
      return "something else has that name";
    }
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String system = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return system == null ? e.getClass().getSimpleName() : system;
  }
}
