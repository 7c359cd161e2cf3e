import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * WordBreakStates: the smallest automaton of StandardTokenizer's tokens over the classes of {@code AnalysisTables}, found by
 * asking. Takes ten seconds; prints each state with its shortest text, whether that is a token, and where each class leads.
 *
 * <p>Two texts are one state when no ending of up to three classes makes a token of only one of them (Myhill and Nerode).
 * State 1 is the one no token gets out of.
 */
public final class WordBreakStates {
  private static final int LONGEST_ENDING = 3;

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
  private final List<String> endings = new ArrayList<>(List.of(""));

  public static void main(String[] args) throws IOException {
    new WordBreakStates().print();
  }

  private WordBreakStates() {
    for (int length = 1, from = 0; length <= LONGEST_ENDING; length++) {
      int to = endings.size();
      for (; from < to; from++) {
        for (int i = 1; i < AnalysisTables.CLASSES.length; i += 2) {
          endings.add(endings.get(from) + AnalysisTables.CLASSES[i]);
        }
      }
    }
  }

  private void print() throws IOException {
    Map<String, Integer> states = new LinkedHashMap<>();
    List<String> shortest = new ArrayList<>(List.of(""));
    List<String> names = new ArrayList<>(List.of("nothing"));
    states.put(futures(""), 0);
    for (int state = 0; state < shortest.size(); state++) {
      Map<Integer, StringBuilder> leads = new TreeMap<>();
      for (int i = 0; i < AnalysisTables.CLASSES.length; i += 2) {
        String text = shortest.get(state) + AnalysisTables.CLASSES[i + 1];
        Integer next = states.putIfAbsent(futures(text), shortest.size());
        if (next == null) {
          next = shortest.size();
          shortest.add(text);
          names.add(state == 0 ? AnalysisTables.CLASSES[i] : names.get(state) + " " + AnalysisTables.CLASSES[i]);
        }
        leads.computeIfAbsent(next, n -> new StringBuilder()).append(' ').append(AnalysisTables.CLASSES[i]);
      }
      System.out.println(state + (isToken(shortest.get(state)) ? " (token) after " : " after ") + names.get(state));
      leads.forEach((next, classes) -> System.out.println("  " + next + ":" + classes));
    }
  }

  private String futures(String text) throws IOException {
    StringBuilder futures = new StringBuilder();
    for (String ending : endings) {
      futures.append(isToken(text + ending) ? '1' : '0');
    }
    return futures.toString();
  }

  private boolean isToken(String text) throws IOException {
    tokenizer.setReader(new StringReader(text));
    tokenizer.reset();
    boolean whole = tokenizer.incrementToken() && offset.startOffset() == 0 && offset.endOffset() == text.length();
    tokenizer.close();
    return whole;
  }
}
