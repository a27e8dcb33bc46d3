package io.solewire.conformance.run;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.HistoryException;
import io.solewire.judge.Verdict;
import io.solewire.record.CaseInterruptedException;
import io.solewire.result.CaseResult;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Stands around a case: gives it its stage, and turns the verdict on the history that it leaves
 * into JUnit's outcome. A script's own exception decides nothing; it is recorded and judged with
 * the rest.
 */
public final class CaseExtension
    implements BeforeEachCallback, ParameterResolver, InvocationInterceptor {

  private static final Namespace NAMESPACE = Namespace.create(CaseExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) throws HistoryException {
    String id = context.getConfigurationParameter(RunContext.PARAMETER).orElse("");
    RunContext run =
        RunContext.find(id)
            .orElseThrow(() -> new TestAbortedException("no Solewire run: nothing to judge"));
    if (run.isCut()) {
      throw new TestAbortedException("the run was cut short");
    }
    CaseInfo info = CaseInfo.of(context.getRequiredTestMethod());
    CaseRun caseRun = new CaseRun(run, info);
    Optional<String> missing = run.missing(info);
    if (missing.isPresent()) {
      caseRun.notApplicable(missing.get());
      throw new TestAbortedException(missing.get());
    }
    run.listener().started(info);
    context.getStore(NAMESPACE).put(CaseRun.class, caseRun);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return caseRun(context).stage();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context) {
    CaseRun caseRun = caseRun(context);
    AtomicReference<Throwable> stopped = new AtomicReference<>();
    try {
      caseRun.atWork(
          () -> {
            try {
              invocation.proceed();
            } catch (Throwable e) {
              stopped.set(e);
            }
          });
    } catch (CannotGoOnException | CaseInterruptedException e) {
      stopped.compareAndSet(null, e); // it never came to its turn
    }
    raise(caseRun.finish(stopped.get()));
  }

  private static CaseRun caseRun(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(CaseRun.class, CaseRun.class);
  }

  private static void raise(CaseResult result) {
    if (result.verdict() == Verdict.FAIL) {
      throw new AssertionFailedError(result.text(), result.expected(), result.actual());
    }
    if (result.verdict() == Verdict.INCONCLUSIVE || result.verdict() == Verdict.ERROR) {
      throw new UnprovenException(
          result.id() + " " + result.verdict().text() + ": " + result.reason());
    }
  }
}
