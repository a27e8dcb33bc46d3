package io.solewire.profile;

/**
 * Where something stands. Immutable.
 *
 * @param file the file, URL or option
 * @param line counted from 1; 0 if there is none
 */
record Place(String file, int line) {

  private static final String OVERRIDE = "--set";

  static Place override() {
    return new Place(OVERRIDE, 0);
  }
}
