package io.solewire.conformance.junit;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.race.ScheduleException;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.Selection;
import io.solewire.conformance.stage.Budget;
import io.solewire.hint.Nearest;
import io.solewire.result.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class asks for; system properties take precedence. Immutable.
 *
 * @param type the class
 * @param profile file or resource; empty if there is none
 * @param set overrides of its keys
 * @param budget how thorough to be
 * @param cases which cases
 * @param seed replays the plan
 * @param strict true if a broken SHOULD fails
 * @param knownFailing file or resource of the known failures; empty if there is none
 */
record Wanted(
    Class<?> type,
    String profile,
    Map<String, String> set,
    Budget budget,
    List<CaseInfo> cases,
    long seed,
    boolean strict,
    String knownFailing) {

  private static final String ONLY = "solewire.only";
  private static final String BUDGET = "solewire.budget";
  private static final String SEED = "solewire.seed";
  private static final String SCHEDULE = "solewire.schedule";

  static Wanted of(Class<?> type) {
    Solewire declared =
        AnnotationSupport.findAnnotation(type, Solewire.class)
            .orElseThrow(
                () ->
                    new SolewireException(
                        type.getName() + ": expected the annotation @Solewire on the class"));
    List<String> problems = new ArrayList<>();
    Wanted wanted =
        new Wanted(
            type,
            declared.profile(),
            pairs(declared.set(), problems),
            budget(declared.budget(), problems),
            cases(declared, problems),
            seed(problems),
            declared.strict(),
            declared.knownFailing());
    if (!problems.isEmpty()) {
      throw new SolewireException(type.getName() + ": " + String.join("\n", problems));
    }
    return wanted;
  }

  private static Map<String, String> pairs(String[] texts, List<String> problems) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        problems.add("set: \"" + text + "\": expected key=value, such as evicted.within=2s");
      } else {
        pairs.put(text.substring(0, equals), text.substring(equals + 1));
      }
    }
    return pairs;
  }

  private static List<CaseInfo> cases(Solewire declared, List<String> problems) {
    String property = System.getProperty(ONLY, "");
    List<String> only =
        property.isEmpty() ? List.of(declared.only()) : List.of(property.split("\\s*,\\s*"));
    Selection selection = new Selection(only, List.of(declared.skip()));
    List<String> names =
        Catalogue.cases().stream()
            .flatMap(c -> Stream.of(c.rule().id(), c.id()))
            .distinct()
            .toList();
    for (String glob : selection.idle(Catalogue.cases())) {
      problems.add("no case matches \"" + glob + "\"" + Nearest.suggestion(glob, names));
    }
    List<CaseInfo> cases = selection.of(Catalogue.cases());
    if (cases.isEmpty() && problems.isEmpty()) {
      problems.add("only and skip leave no case to run");
    }
    return cases;
  }

  private static Budget budget(Budget declared, List<String> problems) {
    String property = System.getProperty(BUDGET, "");
    try {
      return property.isEmpty() ? declared : Budget.valueOf(property.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problems.add(BUDGET + " is \"" + property + "\": expected brief, quick or full");
      return declared;
    }
  }

  private static long seed(List<String> problems) {
    String property = System.getProperty(SEED, "");
    try {
      return property.isEmpty()
          ? new SplittableRandom().nextLong(1, 1_000_000)
          : Long.parseLong(property);
    } catch (NumberFormatException e) {
      problems.add(SEED + " is \"" + property + "\": expected a whole number");
      return 1;
    }
  }

  /**
   * What a race plays instead of its own rounds, if that is asked for.
   *
   * @throws SolewireException if it is no schedule, or not one race alone is to be run
   */
  Optional<Schedule> schedule() {
    String property = System.getProperty(SCHEDULE, "");
    if (property.isEmpty()) {
      return Optional.empty();
    }
    if (cases.size() != 1 || !cases.get(0).races()) {
      throw new SolewireException(SCHEDULE + ": expected " + ONLY + " with one race");
    }
    try {
      return Optional.of(Schedule.parse(property));
    } catch (ScheduleException e) {
      throw new SolewireException(SCHEDULE + " is \"" + property + "\": " + e.getMessage());
    }
  }

  /** The command that runs the class again, with what was asked for by properties. */
  String replay() {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
    return "mvn test -Dtest=" + Shell.word(name) + given(BUDGET) + given(SCHEDULE);
  }

  private static String given(String key) {
    String property = System.getProperty(key, "");
    return property.isEmpty() ? "" : " -D" + key + "=" + Shell.word(property);
  }
}
