package io.solewire.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseRecordTest {

  @TempDir private Path folder;

  private History history() throws Exception {
    Header header = new Header(1, 1, 1, "t", "ws://h", "", "{}");
    return History.begin(folder, header, Redactor.NONE, () -> 7);
  }

  @Test
  void scriptsWaitForWhatHappensAndNoLongerThanTheyMay() throws Exception {
    try (History history = history()) {
      CaseRecord record = new CaseRecord(history.segment("A1.x"), history.clock());
      assertTrue(record.await(() -> true, Duration.ZERO));
      assertFalse(record.await(() -> false, Duration.ofMillis(5)));
      Thread later =
          new Thread(() -> record.record(9, "otto", "c1", EventKind.ADMITTED, Detail.NONE));
      later.start();
      assertTrue(record.await(() -> !record.users().isEmpty(), Duration.ofSeconds(5)));
      later.join(5_000);
      assertEquals(9, record.users().get(0).traces().get(0).admitted());
      assertEquals(1, history.events().get("A1.x").size());
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (History history = history()) {
      CaseRecord record = new CaseRecord(history.segment("A1.x"), history.clock());
      Thread.currentThread().interrupt();
      assertThrows(
          CaseInterruptedException.class, () -> record.await(() -> false, Duration.ofSeconds(5)));
      assertTrue(Thread.interrupted());
    }
  }
}
