package io.solewire.conformance.cases;

import io.solewire.conformance.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** A1: at most one admitted connection of a user stays alive. */
final class A1OneLive {

  @ConformanceCase(id = "A1.two-in-turn", title = "a user connects twice, one after the other")
  void twoInTurn(Stage stage) {
    List<String> users = new ArrayList<>();
    for (int round = 0; round < stage.budget().pick(3, 20); round++) {
      String user = stage.newUser();
      users.add(user);
      stage.connect(user);
      stage.connect(user);
    }
    stage.settle(users);
  }
}
