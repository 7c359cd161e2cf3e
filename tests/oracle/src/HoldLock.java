import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/** HoldLock DIR: takes the write lock as Lucene's writer does, creates the file "held", and keeps the lock until the file "release" is there (a minute at most). */
public final class HoldLock {
  private static final int MAX_MILLIS = 60_000;
  private static final int STEP_MILLIS = 10;

  public static void main(String[] args) throws Exception {
    Path folder = Paths.get(args[0]);
    try (Directory directory = FSDirectory.open(folder); Lock lock = directory.obtainLock("write.lock")) {
      Files.createFile(folder.resolve("held"));
      for (int waited = 0; !Files.exists(folder.resolve("release")) && waited < MAX_MILLIS; waited += STEP_MILLIS) {
        Thread.sleep(STEP_MILLIS);
      }
      lock.ensureValid();
    }
  }
}
