package dev.portico.faults;

import dev.portico.fixture.Scale;

import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;

import java.util.List;
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
            implements TestTemplateInvocationContext, ParameterResolver, TestWatcher {

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
        public void testSuccessful(ExtensionContext context) {
            table(context).passed(fault(context), runs, told);
        }

        @Override
        public void testAborted(ExtensionContext context, Throwable cause) {
            table(context).skipped(fault(context), runs, String.valueOf(cause.getMessage()));
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            table(context).failed(fault(context), runs, told);
        }

        private static Fault fault(ExtensionContext context) {
            return context.getRequiredTestMethod().getAnnotation(Fault.class);
        }

        private static FaultTable table(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            FaultTable.class, _ -> new FaultTable(), FaultTable.class);
        }
    }
}
