package io.solewire.profile;

import io.solewire.rule.RuleBook;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole document, section by section. Not thread-safe. */
final class DocumentReader {

  private static final int VERSION = 1;
  private static final String VERSION_EXPECTED =
      "1, the version of the format that this release reads";
  private static final int MAX_NAME = 100;
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String FRESH_USER = "sw-{run}-{n}";

  private final Reading reading;
  private final Tree.Mapping tree;
  private final Node document;
  private final List<Map<String, String>> accounts;

  DocumentReader(Reading given, Tree.Mapping tree) {
    Node first = Node.root(given, tree);
    this.tree = tree;
    this.accounts = CredentialsFile.read(first.at("credentials"));
    this.reading = given.knowing(CredentialsSection.variables(first, accounts));
    this.document = Node.root(reading, tree);
  }

  /**
   * Reads everything before it complains.
   *
   * @param name the target's name if the document has none; null for host and port
   * @return the profile
   * @throws ProfileException with every problem found
   */
  Profile read(String name) throws ProfileException {
    document.isMappingOf(Keys.DOCUMENT);
    version();
    Endpoint endpoint = EndpointSection.read(document);
    Conversation conversation = ConversationSection.read(document);
    EndpointSection.checkUser(document, endpoint, conversation);
    String text = CanonicalForm.of(tree, reading.secrets());
    Profile profile =
        new Profile(
            name(name, endpoint),
            rules(),
            endpoint,
            user(),
            conversation,
            ProbeSection.read(document.at("probe"), conversation.steps()),
            PolicySection.read(document),
            EvictedSection.read(document.at("evicted")),
            CodesSection.refused(document.at("refused")),
            CodesSection.closes(document.at("closes")),
            document.at("quiet").duration(QUIET),
            CapabilitiesSection.read(document, conversation),
            CredentialsSection.read(document, accounts),
            StartSection.limits(document.at("limits")),
            StartSection.start(document.at("start")),
            notApplicable(),
            declared(),
            new Secrets(reading.secrets()),
            text,
            CanonicalForm.digest(text));
    reading.problems().throwIfAny(reading.secrets());
    return profile;
  }

  private void version() {
    Node version = document.at("profile");
    version.require(VERSION_EXPECTED);
    version.integer(VERSION, VERSION, VERSION_EXPECTED);
  }

  private String name(String given, Endpoint endpoint) {
    Node node = document.at("name");
    Optional<String> name = node.text();
    name.filter(t -> t.isBlank() || t.length() > MAX_NAME || t.chars().anyMatch(c -> c < ' '))
        .ifPresent(text -> node.problem("a name of 1 to " + MAX_NAME + " printable characters"));
    return name.or(() -> Optional.ofNullable(given)).orElseGet(() -> hostAndPort(endpoint));
  }

  private int rules() {
    int newest = Profile.CURRENT_RULES;
    String expected = "a number from 1 to " + newest + ", the newest rules of this release";
    return document.at("rules").integer(1, newest, expected).orElse(newest);
  }

  private Template user() {
    Node node = document.at("user");
    Template user =
        node.template(reading.scope().with("run", "n")).orElseGet(() -> Template.of(FRESH_USER));
    if (!user.variables().contains("n") && !reading.scope().open()) {
      node.problem("a template with {n}, which makes each user a fresh one");
    }
    return user;
  }

  private Map<String, String> notApplicable() {
    Map<String, String> rules = new LinkedHashMap<>();
    document
        .at("not-applicable")
        .entries()
        .forEach(
            (id, node) -> {
              if (RuleBook.current().find(id).isEmpty()) {
                node.problem(id, "the id of a rule, such as A7");
              }
              node.value(
                      "what says so: a standard and its section",
                      text -> Optional.of(text.strip()).filter(t -> !t.isEmpty()))
                  .ifPresent(why -> rules.put(id, why));
            });
    return Collections.unmodifiableMap(rules);
  }

  private Set<String> declared() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(document.names()));
  }

  private static String hostAndPort(Endpoint endpoint) {
    return UrlRule.uri(endpoint.url()).map(DocumentReader::hostAndPort).orElse("unknown");
  }

  private static String hostAndPort(URI uri) {
    int standard = "wss".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return uri.getHost() + ":" + (uri.getPort() < 0 ? standard : uri.getPort());
  }

  /**
   * The folder's name for {@code profile.yaml}, else the file's without its ending; for one that
   * extends another, both.
   */
  static String nameOf(Path file, boolean variant) {
    Path absolute = file.toAbsolutePath().normalize();
    String stem = absolute.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    Path folder = absolute.getParent().getFileName();
    if (folder == null) {
      return stem;
    }
    return stem.equals("profile") ? folder.toString() : variant ? folder + "/" + stem : stem;
  }
}
