package io.solewire.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A path that can be clicked, on terminals that are known to show links (OSC 8); everywhere else it
 * is the path and nothing else. Stateless.
 */
final class Link {

  private static final String OSC = "\u001b]8;;";
  private static final String ST = "\u001b\\";
  private static final Set<String> PROGRAMS =
      Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby");
  private static final List<String> MARKS = List.of("WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM");

  /** Since 0.50. */
  private static final int VTE = 5_000;

  /** Since 20.12. */
  private static final int KONSOLE = 201_200;

  private Link() {}

  /**
   * A path to show.
   *
   * @param path what to open
   * @param live true on a terminal
   * @param environment of this process
   * @return the path as it is, perhaps with a link around it
   */
  static String to(Path path, boolean live, Map<String, String> environment) {
    return live && shows(environment)
        ? OSC + path.toAbsolutePath().normalize().toUri() + ST + path + OSC + ST
        : path.toString();
  }

  /** A multiplexer may swallow links, and a terminal at the other end of SSH has not the file. */
  private static boolean shows(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "dumb");
    if (term.matches("dumb|linux|screen.*|tmux.*")
        || environment.containsKey("TMUX")
        || environment.containsKey("SSH_CONNECTION")) {
      return false;
    }
    return MARKS.stream().anyMatch(environment::containsKey)
        || PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
        || term.matches(".*(kitty|alacritty|foot|ghostty).*")
        || atLeast(environment.get("VTE_VERSION"), VTE)
        || atLeast(environment.get("KONSOLE_VERSION"), KONSOLE);
  }

  private static boolean atLeast(String version, int first) {
    return version != null && version.matches("\\d{1,9}") && Integer.parseInt(version) >= first;
  }
}
