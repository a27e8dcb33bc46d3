package io.solewire.simulation.gatling;

import io.netty.channel.EventLoop;

/** A virtual user of Gatling while it is in one of our steps. Thread-safe. */
public interface VirtualUser {

  /** Its number, from 1, unique in the run. */
  long number();

  /** The event loop that all its steps run on. */
  EventLoop loop();

  /**
   * Writes a row into Gatling's report.
   *
   * @param row what happened; Gatling keeps times in whole milliseconds
   */
  void log(Row row);

  /** Ends the step; only the first call counts. */
  void next();

  /**
   * A row.
   *
   * @param name of the request
   * @param startMs milliseconds since the epoch
   * @param endMs the same
   * @param code such as a close code; empty for none
   * @param problem what went wrong; empty for OK
   */
  record Row(String name, long startMs, long endMs, String code, String problem) {}
}
