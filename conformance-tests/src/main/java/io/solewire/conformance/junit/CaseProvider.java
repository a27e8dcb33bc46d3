package io.solewire.conformance.junit;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Runs the suite and makes one test of each case. What keeps the suite from running at all is one
 * failure, not one for each case. Stateless.
 */
final class CaseProvider implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context
        .getTestMethod()
        .filter(method -> List.of(method.getParameterTypes()).contains(CaseOutcome.class))
        .isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Wanted wanted = Wanted.of(context.getRequiredTestClass());
    RunResult result = SuiteRun.judge(wanted, VendorUrl.of(context));
    Stream<TestTemplateInvocationContext> cases =
        result.cases().stream().map(c -> new Test(name(c), Outcomes.of(c, wanted.strict())));
    String count = "every case was executed: " + wanted.cases().size();
    return Stream.concat(
        cases, Stream.of(new Test(count, Outcomes.count(result, wanted.cases().size()))));
  }

  private static String name(CaseResult result) {
    return result.id() + ": " + result.title();
  }

  private record Test(String name, CaseOutcome outcome)
      implements TestTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocationIndex) {
      return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == CaseOutcome.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return outcome;
    }
  }
}
