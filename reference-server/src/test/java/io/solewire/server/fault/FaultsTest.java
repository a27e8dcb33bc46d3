package io.solewire.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue. */
final class FaultsTest {
  @Test
  void everyFaultIsFoundByItsNameAndSaysWhatItBreaks() {
    assertEquals(11, Faults.all().size());
    for (Fault fault : Faults.everything()) {
      assertSame(fault, Faults.named(fault.name()));
      assertTrue(fault.name().matches("[a-z]+(-[a-z]+)*"), fault.name());
      assertFalse(fault.sentence().isBlank() || fault.citation().isBlank(), fault.name());
      assertTrue(fault.rules().stream().allMatch(rule -> rule.matches("[A-L][1-7]")), fault.name());
    }
  }

  @Test
  void anUnknownNameListsTheNamesAndGuesses() {
    String message = messageFor("removes-by-usr");
    assertTrue(message.startsWith("fault must be one of never-evicts, removes-by-user, "), message);
    assertTrue(message.endsWith(": removes-by-usr, did you mean removes-by-user?"), message);
    assertTrue(messageFor("xyzzy").endsWith(": xyzzy"), messageFor("xyzzy"));
    assertTrue(messageFor("").endsWith(": "), messageFor(""));
  }

  @Test
  void everythingIsTheFaultsOfATakeoverAndThoseOfWholeCases() {
    List<Fault> both = new ArrayList<>(Faults.all());
    both.addAll(CaseFaults.all());
    assertEquals(both, Faults.everything());
    assertTrue(messageFor("flap").endsWith(", did you mean flaps?"), messageFor("flap"));
  }

  private static String messageFor(String name) {
    return assertThrows(UnknownFaultException.class, () -> Faults.named(name)).getMessage();
  }
}
