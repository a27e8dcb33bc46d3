package io.solewire.history;

/** Takes in the events of a history while it is read. */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes in the next event.
   *
   * @param event in the order of the file
   * @throws HistoryException if it cannot come here; the reader adds the file and the line
   */
  void accept(Event event) throws HistoryException;
}
