package io.solewire.conformance.run;

import io.solewire.conformance.ConformanceCase;
import io.solewire.conformance.cases.AllCases;
import java.lang.reflect.Method;
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

  static CaseInfo of(Method method) {
    return CaseInfo.of(method);
  }
}
