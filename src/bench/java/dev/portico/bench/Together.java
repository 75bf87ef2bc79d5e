package dev.portico.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Does the same on several threads at once.
final class Together {

    interface Work<T> {
        T run() throws Exception;
    }

    private Together() {}

    static <T> List<T> run(int threads, Work<T> work) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(all.submit(work::run));
            }
            List<T> results = new ArrayList<>();
            try {
                for (Future<T> future : futures) {
                    results.add(future.get(Settings.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
                }
            } finally {
                all.shutdownNow();
            }
            return results;
        }
    }
}
