package io.solewire.conformance.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Asks a test class for the URL of its server. Stateless. */
final class VendorUrl {

  private VendorUrl() {}

  /** The URL, if the class has a method for it. */
  static Optional<String> of(SolewireCases instance) {
    Class<?> type = instance.getClass();
    List<Method> methods =
        AnnotationSupport.findAnnotatedMethods(
            type, SolewireUrl.class, HierarchyTraversalMode.TOP_DOWN);
    if (methods.isEmpty()) {
      return Optional.empty();
    }
    if (methods.size() > 1) {
      throw new SolewireException(
          type.getName() + ": expected one method with @SolewireUrl, found " + methods.size());
    }
    Method method = methods.get(0);
    String name = type.getName() + "." + method.getName() + "()";
    if (method.getParameterCount() > 0 || method.getReturnType() != String.class) {
      throw new SolewireException(
          "@SolewireUrl " + name + ": expected a method that takes nothing and returns a String");
    }
    return Optional.of(call(method, instance, name));
  }

  private static String call(Method method, Object instance, String name) {
    Object url;
    try {
      url = ReflectionSupport.invokeMethod(method, instance);
    } catch (Exception e) {
      throw new SolewireException("@SolewireUrl " + name + " failed: " + e, e);
    }
    if (url == null) {
      throw new SolewireException("@SolewireUrl " + name + ": expected a URL, but it gave null");
    }
    return (String) url;
  }
}
