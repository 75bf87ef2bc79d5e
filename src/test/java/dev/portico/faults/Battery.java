package dev.portico.faults;

import dev.portico.fixture.Scale;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.TestAbortedException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs a case as often as it must hold, and writes every run into the one [FaultTable].
final class Battery implements TestTemplateInvocationContextProvider {
    private static final int RUNS = 10;

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        int runs = Scale.of(1, RUNS);
        return IntStream.rangeClosed(1, runs).mapToObj(_ -> new Run(new Told(), runs));
    }

    private record Run(Told told, int runs)
            implements TestTemplateInvocationContext,
                    ParameterResolver,
                    AfterTestExecutionCallback {

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Told.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return told;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            FaultTable table =
                    context.getRoot()
                            .getStore(ExtensionContext.Namespace.GLOBAL)
                            .getOrComputeIfAbsent(
                                    FaultTable.class, _ -> new FaultTable(), FaultTable.class);
            Fault fault = context.getRequiredTestMethod().getAnnotation(Fault.class);
            Optional<Throwable> end = context.getExecutionException();
            if (end.isEmpty()) {
                table.passed(fault, runs, told);
            } else if (end.get() instanceof TestAbortedException) {
                table.skipped(fault, runs, String.valueOf(end.get().getMessage()));
            } else {
                table.failed(fault, runs, told);
            }
        }
    }
}
