package io.solewire.record;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import io.solewire.profile.Jwt;
import io.solewire.profile.Profile;
import io.solewire.profile.Secrets;
import io.solewire.profile.SignIn;
import io.solewire.profile.Template;
import io.solewire.profile.Variables;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets a user the variables that a login brings: by a request, a command, or a token that is made
 * here. Thread-safe. Whatever it brings is a secret.
 */
final class SigningIn {

  private static final long COMMAND_SECONDS = 10;

  private final Profile profile;
  private final Secrets secrets;

  SigningIn(Profile profile) {
    this.profile = profile;
    this.secrets = profile.secrets();
  }

  /**
   * Logs a user in.
   *
   * @throws CredentialsException if that failed
   */
  Variables signIn(String user, Variables known) {
    Variables all = known;
    if (profile.credentials().jwt().isPresent()) {
      all = add(all, Jwt.TOKEN, token(profile.credentials().jwt().get(), all));
    }
    if (profile.credentials().signIn().isPresent()) {
      SignIn signIn = profile.credentials().signIn().get();
      String answer =
          signIn.http().isPresent() ? request(signIn, user, all) : command(signIn, user, all);
      for (Map.Entry<String, Pattern> capture : signIn.capture().entrySet()) {
        Matcher matcher = capture.getValue().matcher(answer);
        if (!matcher.find() || matcher.group(1) == null) {
          throw new CredentialsException(
              "login of "
                  + user
                  + ": nothing in the answer is what "
                  + capture.getKey()
                  + " is to be captured from");
        }
        all = add(all, capture.getKey(), matcher.group(1));
      }
    }
    return all;
  }

  private Variables add(Variables known, String name, String value) {
    secrets.add(value);
    return known.with(name, value);
  }

  private static String token(Jwt jwt, Variables known) {
    byte[] key = jwt.secret().render(known).getBytes(StandardCharsets.UTF_8);
    Algorithm algorithm =
        switch (jwt.algorithm()) {
          case "HS384" -> Algorithm.HMAC384(key);
          case "HS512" -> Algorithm.HMAC512(key);
          default -> Algorithm.HMAC256(key);
        };
    Instant now = Instant.now();
    JWTCreator.Builder token =
        JWT.create().withIssuedAt(now).withExpiresAt(now.plus(jwt.expires()));
    for (Map.Entry<String, Template> claim : jwt.claims().entrySet()) {
      token.withClaim(claim.getKey(), claim.getValue().render(known));
    }
    return token.sign(algorithm);
  }

  private static String request(SignIn signIn, String user, Variables known) {
    try {
      HttpResponse<String> answer = HttpCalls.send(signIn.http().orElseThrow(), known);
      if (answer.statusCode() / 100 != 2) {
        throw new CredentialsException(
            "login of " + user + ": the server answered with status " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new CredentialsException("login of " + user + ": no answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseInterruptedException("interrupted while " + user + " logged in");
    }
  }

  private static String command(SignIn signIn, String user, Variables known) {
    List<String> words = signIn.command().stream().map(word -> word.render(known)).toList();
    Path output = null;
    try {
      output = Files.createTempFile("solewire-login", ".out");
      Process process =
          new ProcessBuilder(words)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new CredentialsException(
            "login of " + user + ": the command did not end within " + COMMAND_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new CredentialsException(
            "login of " + user + ": the command ended with status " + process.exitValue());
      }
      return Files.readString(output);
    } catch (IOException e) {
      throw new CredentialsException("login of " + user + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseInterruptedException("interrupted while " + user + " logged in");
    } finally {
      delete(output);
    }
  }

  private static void delete(Path output) {
    try {
      if (output != null) {
        Files.deleteIfExists(output);
      }
    } catch (IOException ignored) {
      // a temporary file; the system clears it away
    }
  }
}
