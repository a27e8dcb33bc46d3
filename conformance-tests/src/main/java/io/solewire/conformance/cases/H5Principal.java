package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.util.List;

/** H5: the user is who authenticated, not who the client says it is. */
final class H5Principal {

  @ConformanceCase(
      id = "H5.credentials-of-another",
      title =
          "beside a live connection another user, with credentials of their own, claims the name",
      needs = "authentication.other")
  void credentialsOfAnother(Stage stage) {
    Intrusion.each(
        stage,
        List.of(
            stage
                .profile()
                .capabilities()
                .authentication()
                .flatMap(known -> known.other())
                .orElseThrow()),
        Faults.OTHERS_LOGIN);
  }
}
