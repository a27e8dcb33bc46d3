package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.result.LoadResult;
import org.junit.jupiter.api.Test;

/** How a capacity reads, with what was found above it. */
class CapacityWordsTest {

  private static String words(String limit, String beyond) throws JsonProcessingException {
    String capacity =
        """
        {"capacity": {"rate": 3000, "low": 2000, "high": 4000, "confidence": 0.75,
          "limit": "%s", "levels": []%s}}\
        """
            .formatted(limit, beyond);
    return CourseWords.capacity(new ObjectMapper().readValue(capacity, LoadResult.class));
  }

  @Test
  void whatWasLateAboveItIsTold() throws JsonProcessingException {
    assertEquals(
        "3,000 newcomers/s, between 2,000 and 4,000 over 0 climbs (75 % sure); late above that:"
            + " A6 1 time, C6 1,024 times",
        words("gates", ", \"beyond\": {\"A6\": 1, \"C6\": 1024}"));
  }

  @Test
  void nothingIsToldWhereNothingWasLateOrAnOlderReleaseMeasured() throws JsonProcessingException {
    String found = "3,000 newcomers/s, between 2,000 and 4,000 over 0 climbs (75 % sure)";
    assertEquals(found, words("gates", ""));
    assertEquals(found, words("gates", ", \"beyond\": {}"));
  }
}
