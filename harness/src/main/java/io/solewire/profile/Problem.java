package io.solewire.profile;

/**
 * One thing that is wrong with a profile. Immutable.
 *
 * @param file the file, URL or option it stands in
 * @param line counted from 1; 0 if there is none
 * @param key the dotted path of the key, empty for the document
 * @param value the offending text, empty if something is missing
 * @param expected what was expected instead
 */
public record Problem(String file, int line, String key, String value, String expected) {

  @Override
  public String toString() {
    String where = line > 0 ? file + ":" + line : file;
    String found = value.isEmpty() ? "" : " is \"" + value + "\"";
    String what = (key + found).trim();
    return where + ": " + (what.isEmpty() ? "" : what + ": ") + "expected " + expected;
  }
}
