package io.solewire.conformance.catalogue;

import io.solewire.conformance.cases.AllCases;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceCase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All cases, in the order of their ids. Immutable and thread-safe. */
public final class Catalogue {

  private static final List<CaseInfo> CASES =
      AllCases.CLASSES.stream()
          .flatMap(type -> Stream.of(type.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(ConformanceCase.class))
          .map(CaseInfo::of)
          .sorted(Comparator.comparing(CaseInfo::id))
          .toList();

  private Catalogue() {}

  /** All cases. */
  public static List<CaseInfo> cases() {
    return CASES;
  }

  /** The ids of all cases. */
  public static List<String> ids() {
    return CASES.stream().map(CaseInfo::id).toList();
  }
}
