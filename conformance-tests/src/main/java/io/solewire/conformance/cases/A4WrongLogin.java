package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;

/** A4: a newcomer that fails to authenticate evicts nobody. */
final class A4WrongLogin {

  @ConformanceCase(
      id = "A4.wrong-credentials",
      title = "beside a live connection somebody claims to be the user, with wrong credentials",
      needs = "authentication.wrong")
  void wrongCredentials(Stage stage) {
    Intrusion.each(
        stage,
        stage.profile().capabilities().authentication().orElseThrow().wrong(),
        Faults.WRONG_LOGIN);
  }
}
