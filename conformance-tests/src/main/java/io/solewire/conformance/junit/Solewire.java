package io.solewire.conformance.junit;

import io.solewire.conformance.stage.Budget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which server a test class judges, and how. The class also implements {@link SolewireCases},
 * which holds the tests:
 *
 * <pre>{@code
 * @Solewire(profile = "solewire.yaml")
 * class OneConnectionTest implements SolewireCases {}
 * }</pre>
 *
 * <p>With {@code start.command} in the profile the server is started before the first case and
 * stopped after the last. A server that runs in the JVM of the test gives its URL by a method that
 * is annotated with {@link SolewireUrl}. Results go to {@code target/solewire/<class name>}.
 *
 * <p>The system properties {@code solewire.only}, {@code solewire.budget} and {@code solewire.seed}
 * take precedence, so that one case can be run again.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Solewire {

  /**
   * The profile: a file of the project, or a resource on the class path. It may be left out where a
   * URL method is enough.
   */
  String profile() default "";

  /** Overrides of profile keys: {@code "evicted.codes=[4001]"}. */
  String[] set() default {};

  /** How thorough to be. */
  Budget budget() default Budget.QUICK;

  /** Globs of cases, such as {@code "D4"} or {@code "D*.late*"}; empty for all. */
  String[] only() default {};

  /** Globs of cases to leave out. */
  String[] skip() default {};

  /**
   * The list of known failures, a YAML file of the project or a resource on the class path:
   *
   * <pre>{@code
   * - { case: D4.late-close-of-incumbent, reason: ticket 12, until: 2027-01-31 }
   * }</pre>
   *
   * <p>Its cases are executed all the same. One that fails is aborted with the reason; one that
   * passes now, or still fails after the last day on which it may, fails. Empty for none.
   */
  String knownFailing() default "";

  /** True if a broken SHOULD fails as well. */
  boolean strict() default false;
}
