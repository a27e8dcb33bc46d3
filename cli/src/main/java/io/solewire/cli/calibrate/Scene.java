package io.solewire.cli.calibrate;

import java.nio.file.Path;

/** What a calibration plays on. */
public interface Scene {

  /** The existing output folder. */
  Path folder();

  /**
   * Makes a folder in it, without what an earlier run left there.
   *
   * @param name its name
   * @return the folder
   */
  Path folder(String name);

  /** Says a line. */
  void say(String line);

  /** Shows how it goes on. */
  void progress(String text);

  /** An interrupt does this; at once, if it has happened already. */
  void cutBy(Runnable action);

  /** True once there was an interrupt. */
  boolean isInterrupted();
}
