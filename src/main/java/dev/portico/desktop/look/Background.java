package dev.portico.desktop.look;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs one-shot work away from the screen's thread and hands its outcome back on it.
///
/// @param work where the work is done
/// @param screen where outcomes are told
public record Background(Executor work, Executor screen) {

    public <T> void run(
            Callable<T> callable, Consumer<? super T> onSuccess, Consumer<Problem> onProblem) {
        work.execute(
                () -> {
                    try {
                        T result = callable.call();
                        screen.execute(() -> onSuccess.accept(result));
                    } catch (ProblemException e) {
                        screen.execute(() -> onProblem.accept(e.problem()));
                    } catch (Exception e) {
                        System.getLogger(Background.class.getName())
                                .log(System.Logger.Level.WARNING, "work in the background", e);
                        Problem problem = Problem.of(ProblemCode.INTERNAL, e.toString());
                        screen.execute(() -> onProblem.accept(problem));
                    }
                });
    }
}
