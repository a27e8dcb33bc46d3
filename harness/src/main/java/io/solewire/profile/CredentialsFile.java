package io.solewire.profile;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a file of accounts: CSV (RFC 4180) whose first line names the columns. Stateless. */
final class CredentialsFile {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /** Columns that are shown; what stands in any other one is a secret. */
  private static final Set<String> PUBLIC =
      Set.of(Credentials.USER, "id", "name", "email", "room", "role", "region");

  private CredentialsFile() {}

  /** The rows that are right; reports what is wrong, without a value of it: it may be a secret. */
  static List<Map<String, String>> read(Node node) {
    Optional<String> name = node.text();
    if (name.isEmpty()) {
      return List.of();
    }
    List<String[]> lines = new ArrayList<>();
    Path file = node.reading().folder().resolve(name.get());
    try (MappingIterator<String[]> all =
        CSV.readerFor(String[].class).readValues(Files.newBufferedReader(file))) {
      all.forEachRemaining(lines::add);
    } catch (IOException | RuntimeException e) {
      node.problem("a CSV file that can be read, whose first line names the columns");
      return List.of();
    }
    return lines.isEmpty() ? report(node, "at least one account") : rows(node, lines);
  }

  private static List<Map<String, String>> rows(Node node, List<String[]> lines) {
    List<String> columns = List.of(lines.get(0));
    for (String column : columns) {
      boolean taken = Scope.RESERVED.contains(column) && !column.equals(Credentials.USER);
      if (!NAME.matcher(column).matches() || taken) {
        String wanted = "names of columns of a-z, 0-9, _ and - that are none of solewire's own";
        node.problem(column, wanted);
      }
    }
    if (!columns.contains(Credentials.USER) || Set.copyOf(columns).size() != columns.size()) {
      return report(node, "one column user, and each other column once");
    }
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> users = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] values = lines.get(i);
      String place = node.key() + ": account " + i;
      if (values.length != columns.size()) {
        node.problem(place, columns.size() + " values, as there are columns");
        continue;
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < values.length; c++) {
        row.put(columns.get(c), values[c]);
      }
      if (row.get(Credentials.USER).isEmpty() || !users.add(row.get(Credentials.USER))) {
        node.problem(place, "a user of its own");
      }
      secrets(node.reading(), row);
      rows.add(Collections.unmodifiableMap(row));
    }
    return rows.isEmpty() ? report(node, "at least one account") : List.copyOf(rows);
  }

  private static void secrets(Reading reading, Map<String, String> row) {
    row.forEach(
        (column, value) -> {
          if (!PUBLIC.contains(column)) {
            reading.addSecret(value);
          }
        });
  }

  private static List<Map<String, String>> report(Node node, String expected) {
    node.problem(expected);
    return List.of();
  }
}
