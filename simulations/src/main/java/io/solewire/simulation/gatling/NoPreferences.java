package io.solewire.simulation.gatling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences that are forgotten with the process. Thread-safe. Gatling 3.15.1 looks on the
 * internet for a newer release of itself unless its preferences say that it has just looked; these
 * say so, and nothing is written into the user's home. Set by {@code
 * -Djava.util.prefs.PreferencesFactory}.
 */
public final class NoPreferences implements PreferencesFactory {

  private static final Preferences ROOT = new Node(null, "");

  @Override
  public Preferences systemRoot() {
    return ROOT;
  }

  @Override
  public Preferences userRoot() {
    return ROOT;
  }

  private static final class Node extends AbstractPreferences {
    private static final String LAST_CHECK = "lastCheckTimestamp";

    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, Node> children = new ConcurrentHashMap<>();

    Node(Node parent, String name) {
      super(parent, name);
    }

    @Override
    protected String getSpi(String key) {
      String checked = Long.toString(System.currentTimeMillis());
      return key.equals(LAST_CHECK) ? checked : values.get(key);
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
      values.clear();
      ((Node) parent()).children.remove(name());
    }

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return children.keySet().toArray(String[]::new);
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return children.computeIfAbsent(name, n -> new Node(this, n));
    }

    @Override
    protected void syncSpi() {
      // there is nothing behind it
    }

    @Override
    protected void flushSpi() {
      // there is nothing behind it
    }
  }
}
