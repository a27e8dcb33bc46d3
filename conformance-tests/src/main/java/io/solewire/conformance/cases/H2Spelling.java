package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** H2: a user id that is only spelled differently in the URL is the same user. */
final class H2Spelling {

  @ConformanceCase(
      id = "H2.percent-encoded-user",
      title = "the same user, once written plainly and once percent-encoded")
  void percentEncodedUser(Stage stage) {
    String user = stage.newUser();
    stage.connect(user);
    stage.connectSpelled(user, "percent-encoded", percentEncoded(user));
    stage.settle(List.of(user));
  }

  /** Writes every character of the user id as %XX, as RFC 3986 section 2.4 allows. */
  private static UnaryOperator<String> percentEncoded(String user) {
    return text -> {
      if (!text.equals(user)) {
        return text;
      }
      StringBuilder encoded = new StringBuilder();
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        encoded.append(String.format("%%%02X", b));
      }
      return encoded.toString();
    };
  }
}
