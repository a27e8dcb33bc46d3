package io.solewire.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Marks a case that races or measures: no other case runs beside it. */
@ResourceLock(value = ConformanceCase.QUIET_MACHINE, mode = ResourceAccessMode.READ_WRITE)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Race {}
