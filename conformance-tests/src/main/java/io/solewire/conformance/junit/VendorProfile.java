package io.solewire.conformance.junit;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.KnownFailuresReader;
import io.solewire.profile.Ports;
import io.solewire.profile.Problem;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds and reads the profile of a test class, and its list of known failures. Stateless. */
final class VendorProfile {

  private static final Pattern URL_WITH_PORT =
      Pattern.compile("\\w+://[^/?#]*:(\\d{1,5})([/?#].*)?");

  private VendorProfile() {}

  /**
   * Reads it.
   *
   * @param wanted names the profile
   * @param url of a server that runs already, if it does
   * @param ports stand for {@code {port}} and the like
   * @throws SolewireException with every problem of the profile
   */
  static Profile read(Wanted wanted, Optional<String> url, Ports ports) {
    if (wanted.profile().isEmpty() && url.isEmpty()) {
      throw new SolewireException(
          wanted.type().getName()
              + ": expected @Solewire(profile = \"…\"), or a method with @SolewireUrl");
    }
    try {
      if (wanted.profile().isEmpty()) {
        return ProfileReader.forUrl(url.get(), wanted.set());
      }
      Map<String, String> set = new LinkedHashMap<>(wanted.set());
      url.ifPresent(text -> set.put("url", "'" + text.replace("'", "''") + "'"));
      Variables known = ports.variables();
      return ProfileReader.read(file(wanted, "profile", wanted.profile()), set, known);
    } catch (ProfileException e) {
      throw unusable("profile", wanted, e);
    }
  }

  /**
   * Reads the list of known failures.
   *
   * @param wanted names it
   * @throws SolewireException with every problem of the list
   */
  static KnownFailures known(Wanted wanted) {
    if (wanted.knownFailing().isEmpty()) {
      return KnownFailures.NONE;
    }
    try {
      Path file = file(wanted, "knownFailing", wanted.knownFailing());
      return KnownFailuresReader.read(file, Catalogue.ids());
    } catch (ProfileException e) {
      throw unusable("list of known failures", wanted, e);
    }
  }

  private static SolewireException unusable(String what, Wanted wanted, ProfileException e) {
    return new SolewireException(
        "the "
            + what
            + " of "
            + wanted.type().getName()
            + " cannot be used:\n"
            + e.problems().stream().map(VendorProfile::line).collect(Collectors.joining("\n")));
  }

  /** The port of a URL, which its server listens on, as the first one. */
  static Ports ports(String url) {
    Matcher parts = URL_WITH_PORT.matcher(url);
    if (parts.matches()) {
      return Ports.of(parts.group(1));
    }
    return Ports.of(url.regionMatches(true, 0, "wss:", 0, 4) ? "443" : "80");
  }

  private static Path file(Wanted wanted, String attribute, String name) {
    Path file = ResultFolder.project().resolve(name);
    if (Files.isRegularFile(file)) {
      return file;
    }
    URL resource = wanted.type().getClassLoader().getResource(name);
    if (resource != null && resource.getProtocol().equals("file")) {
      try {
        return Path.of(new URI(resource.toString()));
      } catch (URISyntaxException e) {
        throw new SolewireException(resource + ": " + e.getMessage(), e);
      }
    }
    throw new SolewireException(
        "the "
            + attribute
            + " of "
            + wanted.type().getName()
            + " cannot be read: "
            + attribute
            + " is \""
            + name
            + "\": expected a file in "
            + ResultFolder.project().toAbsolutePath()
            + ", or a resource on the class path, in a folder");
  }

  /** Overrides stand in the annotation here, not on a command line. */
  private static String line(Problem problem) {
    String file = problem.file().equals("--set") ? "@Solewire(set)" : problem.file();
    return new Problem(file, problem.line(), problem.key(), problem.value(), problem.expected())
        .toString();
  }
}
