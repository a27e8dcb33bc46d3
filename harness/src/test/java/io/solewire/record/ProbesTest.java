package io.solewire.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.profile.Probe;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a channel everybody reads the answers to everybody's probes. */
class ProbesTest {

  private static Probe channel() throws ProfileException {
    String probe = "{ send: 'say {probe}', expect: 'said {probe}' }";
    return ProfileReader.forUrl("ws://h/{user}", Map.of("probe", probe)).probe();
  }

  private static Optional<String> answered(Probes probes, String id) {
    byte[] said = ("said " + id).getBytes(StandardCharsets.UTF_8);
    return probes.answered(Variables.NONE, false, said);
  }

  @Test
  void whatAnswersOneConnectionAnswersNoOther() throws ProfileException {
    List<Probes> connections = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Probes probes = new Probes(channel());
      connections.add(probes);
      asked.add(probes.next(Variables.NONE).id());
    }
    for (int i = 0; i < 12; i++) {
      for (int other = 0; other < 12; other++) {
        if (other != i) {
          assertEquals(Optional.empty(), answered(connections.get(i), asked.get(other)));
        }
      }
      assertEquals(Optional.of(asked.get(i)), answered(connections.get(i), asked.get(i)));
    }
  }
}
