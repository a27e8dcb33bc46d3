package io.solewire.report.matrix;

import io.solewire.report.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The kill matrix as a page of Markdown. Stateless. */
final class KillMatrixMarkdown {

  private KillMatrixMarkdown() {}

  static String of(KillMatrix matrix) {
    List<String> lines = new ArrayList<>();
    lines.add("# Kill matrix");
    lines.add("");
    lines.add(
        "Why a green run can be believed: every fault that is planted in the reference server is seen"
            + " by the case named for it, every case has been seen failing, and correct servers that"
            + " differ as real ones do are accused of nothing. The grid of all cases and faults is"
            + " in [kill-matrix.html](kill-matrix.html), the data in"
            + " [kill-matrix.json](kill-matrix.json). Computed by `./mvnw verify -Pmatrix`.");
    lines.add("");
    faults(matrix, lines);
    cases(matrix, lines);
    correct(matrix, lines);
    lines.add("## Of which sources");
    lines.add("");
    lines.add("A test holds that the faults were judged by these sources (comments left out).");
    lines.add("");
    lines.add("| room | SHA-256 |");
    lines.add("|---|---|");
    matrix.faultsOf().digests().forEach((room, sha) -> lines.add(row(room, Markdown.code(sha))));
    return String.join("\n", lines) + "\n";
  }

  private static void faults(KillMatrix matrix, List<String> lines) {
    lines.add("## " + matrix.faults().size() + " faults");
    lines.add("");
    lines.add(how(matrix.faultsOf()));
    lines.add("");
    lines.add(
        "| fault | what such a server does | seen in | dies by | which says | cases that see it |");
    lines.add("|---|---|---|---|---|---|");
    for (KillMatrix.Fault fault : matrix.faults()) {
      long seeing = matrix.cases().stream().filter(c -> fault.isKilledBy(c.id())).count();
      lines.add(
          row(
              Markdown.code(fault.name()),
              Markdown.text(fault.sentence()),
              Markdown.text(fault.citation()),
              Markdown.code(fault.diesBy()),
              Markdown.text(fault.said()),
              Long.toString(seeing)));
    }
    lines.add("");
  }

  private static void cases(KillMatrix matrix, List<String> lines) {
    lines.add("## " + matrix.cases().size() + " cases");
    lines.add("");
    lines.add("| case | faults that it sees |");
    lines.add("|---|---|");
    for (KillMatrix.Case subject : matrix.cases()) {
      String killed =
          matrix.killedBy(subject.id()).stream()
              .map(Markdown::code)
              .collect(Collectors.joining(", "));
      lines.add(row(Markdown.code(subject.id()), killed.isEmpty() ? "**none**" : killed));
    }
    lines.add("");
  }

  private static void correct(KillMatrix matrix, List<String> lines) {
    lines.add("## " + matrix.correct().size() + " correct servers");
    lines.add("");
    lines.add(how(matrix.correctOf()));
    if (!matrix.correctOf().digests().equals(matrix.faultsOf().digests())) {
      lines.add("");
      lines.add("The sources have changed since.");
    }
    lines.add("");
    lines.add("| server | what it does | runs | accusations | inconclusive cases |");
    lines.add("|---|---|---|---|---|");
    for (KillMatrix.Correct server : matrix.correct()) {
      String accused =
          server.accusations().isEmpty()
              ? "none"
              : Markdown.text(String.join("; ", server.accusations()));
      String unproven =
          server.unproven().isEmpty()
              ? "none"
              : server.unproven().entrySet().stream()
                  .map(e -> Markdown.code(e.getKey()) + " in " + e.getValue())
                  .collect(Collectors.joining(", "));
      lines.add(
          row(
              Markdown.code(server.name()),
              Markdown.text(server.sentence()),
              Integer.toString(server.runs()),
              accused,
              unproven));
    }
    lines.add("");
  }

  private static String how(KillMatrix.Computed computed) {
    return computed.how()
        + "; "
        + computed.on()
        + ", in "
        + (computed.seconds() + 59) / 60
        + " min.";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
