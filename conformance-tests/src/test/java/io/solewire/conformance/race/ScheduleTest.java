package io.solewire.conformance.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a1 connect",
        "a1..a8 connect every 50us",
        "a8..a1 connect every 50us",
        "a1..a32 start",
        "a1..a2 connect",
        "a1 there, a1 close -200us, a2 connect",
        "a1 there, a1 half, a2 connect, a1 reset +5000us",
        "a1 there, a1 flood +50us, a1 close +50us, a2 connect +90us",
        "a1..a8 connect, b1..b2 connect, c1..c2 connect"
      })
  void textIsReadAsItWasWritten(String text) {
    assertEquals(text, Schedule.parse(text).text());
    assertEquals(Schedule.parse(text), Schedule.parse(Schedule.parse(text).text()));
  }

  @Test
  void whoIsThereIsThereBeforeItBeginsAMessage() {
    assertEquals(
        "a1 there, a1 half, a2 connect", Schedule.parse("a1 half, a1 there, a2 connect").text());
  }

  @Test
  void whatTheCasesPlayHasAText() {
    assertEquals("a1..a3 connect every 50us", Schedule.lastByte(3, 50, false).text());
    assertEquals("a3..a1 connect every 50us", Schedule.lastByte(3, 50, true).text());
    assertEquals("a1..a2 start", Schedule.barrier(2).text());
    assertEquals(
        "a1 there, a1 half, a1 reset -200us, a2 connect",
        Schedule.crossing(List.of(Act.HALF), Act.RESET, -200).text());
    assertEquals(
        "a1 there, a2 connect, a1 close +200us",
        Schedule.crossing(List.of(), Act.CLOSE, 200).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | expected moves such as",
        "a1                        | expected moves such as",
        "a1 dance                  | \"a1 dance\": expected moves",
        "a1 connect,               | expected moves such as",
        "A1 connect                | expected moves such as",
        "a0 connect                | expected moves such as",
        "a1 connect 50us           | expected moves such as",
        "a1 connect +50ms          | expected moves such as",
        "a1..b8 connect            | connections of one user",
        "a1..a999 connect          | at most 200 connections",
        "a1..a9 connect every 9999999us | offsets of at most",
        "a1 connect +99999999us    | offsets of at most",
        "a1 connect, a1 start      | begins once",
        "a1 connect, a1 close      | expected \"a1 there\" too",
        "a1 close                  | expected 1 to 200 connections"
      })
  void whatNobodyCanPlayIsRefusedWithWhatWasExpected(String text, String words) {
    ScheduleException e = assertThrows(ScheduleException.class, () -> Schedule.parse(text));
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void everyReductionIsSmallerAndNoneIsThereTwice() {
    Schedule crowd =
        Schedule.parse("a1..a8 connect every 50us, b1 there, b2 connect +70us, b1 close +90us");
    List<Schedule> smaller = Reductions.of(crowd);
    assertTrue(smaller.size() > 5, smaller.toString());
    assertEquals(smaller.size(), smaller.stream().distinct().count());
    smaller.forEach(s -> assertTrue(Schedule.BY_SIZE.compare(s, crowd) < 0, s.text()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1..a32 connect every 50us            | a1..a2 connect",
        "a1..a8 connect, b1..b2 connect        | a1..a2 connect",
        "a1..a3 connect every 8us              | a1..a3 connect every 4us",
        "a1 there, a1 half, a2 connect, a1 reset +90us | a1 there, a2 connect, a1 reset +90us",
        "a1 there, a2 connect, a1 reset +90us  | a1 there, a2 connect, a1 reset",
      })
  void amongTheReductionsIsWhatOneWouldTryByHand(String schedule, String wanted) {
    List<String> smaller =
        Reductions.of(Schedule.parse(schedule)).stream().map(Schedule::text).toList();
    assertTrue(smaller.contains(wanted), smaller.toString());
  }

  @Test
  void reducingComesToAnEndWhateverIsKept() {
    Schedule schedule = Schedule.parse("a1..a8 connect every 50us, b1..b4 start every 999us");
    int steps = 0;
    for (List<Schedule> next = Reductions.of(schedule);
        !next.isEmpty();
        next = Reductions.of(schedule)) {
      schedule = next.get(next.size() - 1);
      steps++;
      assertTrue(steps < 1000, schedule.text());
    }
    assertEquals(1, schedule.connections());
  }
}
