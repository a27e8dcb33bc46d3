package io.solewire.profile;

import java.nio.file.Path;
import java.util.Map;

/** Reads profiles and reports every problem of one at once. Stateless and thread-safe. */
public final class ProfileReader {

  private ProfileReader() {}

  /**
   * Reads a profile file.
   *
   * @param file the YAML file
   * @param overrides dotted key to YAML value, as given by {@code --set}
   * @param variables values known when it is read, such as {@code port}; they may be used anywhere
   * @return the profile
   * @throws ProfileException with every problem found: file, line, key, value, what was expected
   */
  public static Profile read(Path file, Map<String, String> overrides, Variables variables)
      throws ProfileException {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Makes the profile that a URL alone stands for.
   *
   * @param url ws or wss URL with {@code {user}}
   * @param overrides dotted key to YAML value, as given by {@code --set}
   * @return the profile with the documented defaults
   * @throws ProfileException with every problem found
   */
  public static Profile forUrl(String url, Map<String, String> overrides) throws ProfileException {
    throw new UnsupportedOperationException("not yet");
  }
}
