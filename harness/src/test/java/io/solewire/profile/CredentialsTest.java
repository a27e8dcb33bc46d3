package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir private Path folder;

  private Profile read(String csv, String... lines) throws IOException, ProfileException {
    Files.writeString(folder.resolve("users.csv"), csv);
    Path file = folder.resolve("acme.yaml");
    Files.writeString(
        file,
        "profile: 1\nurl: ws://h/{user}\ncredentials: users.csv\n" + String.join("\n", lines));
    return ProfileReader.read(file, Map.of(), Variables.NONE);
  }

  private List<String> problems(String csv, String... lines) {
    ProfileException e = assertThrows(ProfileException.class, () -> read(csv, lines));
    return e.problems().stream().map(p -> p.key() + " " + p.value() + ": " + p.expected()).toList();
  }

  @Test
  void columnsBecomeVariables() throws Exception {
    Profile profile =
        read("user,password\nanna,one\n\"b,ob\",two\n", "headers: { X: '{password}' }");
    assertEquals(
        List.of(
            Map.of("user", "anna", "password", "one"), Map.of("user", "b,ob", "password", "two")),
        profile.credentials().rows());
  }

  @Test
  void everyColumnIsASecretButThoseWhoseNamesSayThatTheyAreNot() throws Exception {
    Profile profile = read("user,room,pin\nanna,acme,31415926\n");
    assertTrue(profile.secrets().values().contains("31415926"));
    assertTrue(profile.secrets().values().stream().noneMatch(s -> s.contains("acme")));
  }

  @Test
  void aStoredProfileIsReadWithoutTheAccounts() throws Exception {
    Profile profile = read("user,pin\nanna,31415926\n", "headers: { X: '{pin}' }");
    Files.delete(folder.resolve("users.csv"));
    Profile stored = ProfileReader.readStored("h.jsonl", profile.document(), "acme");
    assertEquals(Credentials.NONE, stored.credentials());
  }

  @Test
  void anUnknownColumnIsReportedWithThoseThatAreKnown() {
    assertEquals(
        List.of("headers.X {pin}: a variable known at this place: {user}, {password}"),
        problems("user,password\nanna,one\n", "headers: { X: '{pin}' }"));
  }

  @Test
  void everyProblemOfTheFileIsReportedAndNoValueOfIt() {
    assertEquals(
        List.of(
            "credentials User: names of columns of a-z, 0-9, _ and - that are none of solewire's own",
            "credentials message: names of columns of a-z, 0-9, _ and - that are none of solewire's own",
            "credentials users.csv: one column user, and each other column once"),
        problems("User,message\nanna,secret\n"));
    assertEquals(
        List.of(
            "credentials credentials: account 2: a user of its own",
            "credentials credentials: account 3: 2 values, as there are columns"),
        problems("user,password\nanna,one\nanna,two\nbob\ncarl,four\n"));
    assertEquals(List.of("credentials users.csv: at least one account"), problems("user\n"));
    assertEquals(List.of("credentials users.csv: at least one account"), problems(""));
  }
}
