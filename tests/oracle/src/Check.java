import java.nio.file.Paths;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Check DIR [slow]: Lucene's CheckIndex with its whole report; with "slow" it also reads all impacts and intersects term
 * ranges. The report holds "No problems were detected with this index." when the index is sound.
 */
public final class Check {
  public static void main(String[] args) throws Exception {
    try (Directory directory = FSDirectory.open(Paths.get(args[0])); CheckIndex check = new CheckIndex(directory)) {
      check.setInfoStream(System.out, false);
      check.setDoSlowChecks(args.length > 1 && args[1].equals("slow"));
      check.checkIndex();
    }
  }
}
