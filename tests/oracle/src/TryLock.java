import java.io.IOException;
import java.nio.file.Paths;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** TryLock DIR: takes the index's write lock for a moment and prints "obtained", or "refused" when somebody else holds it. */
public final class TryLock {
  public static void main(String[] args) throws IOException {
    try (Directory directory = FSDirectory.open(Paths.get(args[0])); Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      System.out.println("obtained");
    } catch (LockObtainFailedException e) {
      System.out.println("refused");
    }
  }
}
