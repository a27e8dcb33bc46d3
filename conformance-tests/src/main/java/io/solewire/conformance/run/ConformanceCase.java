package io.solewire.conformance.run;

import io.solewire.profile.Policy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A case: a method that takes a {@link io.solewire.conformance.stage.Stage} and scripts what
 * happens on it. It asserts nothing; the judges judge the history that it leaves.
 */
@Test
@ExtendWith(CaseExtension.class)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ConformanceCase {

  /** The permanent id, {@code <rule>.<kebab-name>}; never positional. */
  String id();

  /** What is tried, in one line. */
  String title();

  /** The profile keys without which the case is not applicable. */
  String[] needs() default {};

  /**
   * The version of the rules that brought it: a profile that is pinned to an earlier one is not
   * judged by it.
   */
  int since() default 1;

  /** True if most of its time is waiting for a limit to pass: then it begins before the others. */
  boolean waits() default false;

  /** True if no other case may run meanwhile: then it runs after the others. */
  boolean alone() default false;

  /** True if it plays rounds of a race, which can be asked for and reduced. */
  boolean races() default false;

  /** The policies under which it is applicable. */
  Policy.Kind[] policies() default {Policy.Kind.NEWEST_WINS};
}
