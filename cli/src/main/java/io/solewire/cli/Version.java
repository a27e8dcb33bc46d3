package io.solewire.cli;

import picocli.CommandLine.IVersionProvider;

/** Knows which release this is. Stateless. */
final class Version implements IVersionProvider {

  static String tool() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "solewire " + (version == null ? "(not packaged)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {tool()};
  }
}
