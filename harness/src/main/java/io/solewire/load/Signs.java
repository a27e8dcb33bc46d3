package io.solewire.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.history.HistoryException;
import io.solewire.result.LoadResult;
import java.util.concurrent.TimeUnit;

/** What the last event of a load's history says. Stateless. */
public final class Signs {

  /** The load came to its end. */
  public static final String WHOLE = "whole";

  /** The load was cut short. */
  public static final String INTERRUPTED = "interrupted";

  /** The target was lost. */
  public static final String LOST = "lost";

  /** A server that is told to stop says goodbye to some while others still have answers. */
  private static final long FAREWELL = TimeUnit.SECONDS.toNanos(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private Signs() {}

  /** How a load ended. */
  public static String name(boolean lost, boolean interrupted) {
    return lost ? LOST : interrupted ? INTERRUPTED : WHOLE;
  }

  /** Until when the history of a lost target can be held against it. */
  public static long trusted(LoadJudge judge) {
    return judge.lastSign() - FAREWELL;
  }

  /** How the measuring side did. */
  public static String text(LoadResult.Generator generator) {
    try {
      return JSON.writeValueAsString(generator);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the generator's health cannot be written", e);
    }
  }

  /**
   * Reads that.
   *
   * @param text of the last event
   * @return how the measuring side did
   * @throws HistoryException if it says something else
   */
  public static LoadResult.Generator generator(String text) throws HistoryException {
    try {
      return JSON.readValue(text, LoadResult.Generator.class);
    } catch (JsonProcessingException e) {
      throw new HistoryException("the end of the load is damaged: " + e.getOriginalMessage());
    }
  }
}
