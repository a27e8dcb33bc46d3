package io.solewire.profile;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the readers of all sections share while one profile is read. Not thread-safe.
 *
 * @param folder relative paths start here
 * @param hasFiles false where the document was stored, and the files that it names are elsewhere
 * @param environment gives null for what is not set
 * @param given values known already
 * @param scope the variables that are known everywhere in this document
 * @param problems collects what is wrong
 * @param secrets collects what must not be shown
 */
record Reading(
    Path folder,
    boolean hasFiles,
    UnaryOperator<String> environment,
    Variables given,
    Scope scope,
    Problems problems,
    Set<String> secrets) {

  static Reading of(
      Tree.Mapping document,
      Path folder,
      UnaryOperator<String> environment,
      Variables given,
      Problems problems) {
    Scope scope = new Scope(given.names(), false);
    if (document.entries().containsKey("start")) {
      scope = scope.with(Ports.names());
    }
    if (document.entries().containsKey("tenants")) {
      scope = scope.with(Tenants.VARIABLE);
    }
    return new Reading(folder, true, environment, given, scope, problems, new LinkedHashSet<>());
  }

  /** The same, where more variables are known everywhere. */
  Reading knowing(Set<String> more) {
    return new Reading(folder, hasFiles, environment, given, scope.with(more), problems, secrets);
  }

  /** The same, where any variable may be known. */
  Reading knowingAll() {
    Scope open = new Scope(scope.names(), true);
    return new Reading(folder, hasFiles, environment, given, open, problems, secrets);
  }

  /** The same, for a document that was stored without the files that it names. */
  Reading withoutFiles() {
    return new Reading(folder, false, environment, given, scope, problems, secrets);
  }

  /** For a document without templates and paths. */
  static Reading ofPlainText(Problems problems) {
    Scope scope = new Scope(Set.of(), false);
    return new Reading(
        Path.of(""), true, name -> null, Variables.NONE, scope, problems, new LinkedHashSet<>());
  }

  /** Fills in what is known, and reports what never will be. */
  Template bind(Node node, Template template, Scope known) {
    Template bound = template.bind(this::secretOfEnvironment, given);
    bound.visit(
        part -> {
          if (part instanceof TemplatePart.Environment missing) {
            String name = missing.name();
            node.problem("{env:" + name + "}", "the environment variable " + name + " to be set");
          }
        });
    for (String name : bound.variables()) {
      if (!known.knows(name)) {
        node.problem("{" + name + "}", known.list());
      }
    }
    return bound;
  }

  private String secretOfEnvironment(String name) {
    String value = environment.apply(name);
    addSecret(value);
    return value;
  }

  void addSecret(String value) {
    if (value != null && !value.isEmpty()) {
      secrets.add(value);
      secrets.add(UrlEscape.COMPONENT.apply(value));
    }
  }
}
