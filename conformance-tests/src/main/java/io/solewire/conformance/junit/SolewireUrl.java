package io.solewire.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that gives the URL of a running server: {@code ws://127.0.0.1:8080/ws?user=
 * {user}}. It takes nothing and returns a {@link String}, is static or not, and is called once,
 * after all {@code BeforeAll} and {@code BeforeEach} methods; it may start the server itself.
 *
 * <p>The URL takes the place of the profile's, <code>{port}</code> in the profile stands for its
 * port, and nothing else is started.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SolewireUrl {}
