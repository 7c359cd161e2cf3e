import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * AnalysisTables wordbreak|lowercase|folding: measures what Lucene and Java do with every code point and prints it as the
 * rows of a table in src/SearchNews.Lucene/Analysis/Tables (see {@code CodePointRows} there for the form of a row).
 *
 * <p>wordbreak: code points among which StandardTokenizer does not tell the difference, by its answers for each in many
 * surroundings. The classes are named after one member of each; that there are no more was found once with all 33,000
 * surroundings of up to three of the members. Code points of no class are left out: they never belong to a token.
 */
public final class AnalysisTables {
  private static final int MAX_LINE = 140;
  static final String[] CLASSES = {
    "Other", " ", "DoubleQuote", "\"", "KeycapBase", "#", "SingleQuote", "'", "MidNum", ",", "MidNumLet", ".", "Numeric", "1",
    "Letter", "a", "MidLetter", ":", "ExtendNumLet", "_", "Emoji", "\uD83D\uDE00", "Extend", "\u0301", "HebrewLetter", "\u05D0",
    "SoutheastAsian", "\u0E01", "SoutheastAsianMark", "\u0E31", "Joiner", "\u200D", "Keycap", "\u20E3", "LetterEmoji", "\u2139",
    "EmojiBase", "\u261D", "Ideograph", "\u4E00", "Katakana", "\u3031", "TextStyle", "\uFE0E", "EmojiStyle", "\uFE0F",
    "RegionalIndicator", "\uD83C\uDDE6", "EmojiModifier", "\uD83C\uDFFB"
  };

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);

  public static void main(String[] args) throws IOException {
    Map<String, List<Integer>> rows;
    switch (args[0]) {
      case "wordbreak":
        rows = new AnalysisTables().wordBreakClasses();
        break;
      case "lowercase":
        rows = lowerCaseDistances();
        break;
      case "folding":
        rows = foldings();
        break;
      default:
        throw new IllegalArgumentException(args[0]);
    }
    System.out.println("// What Apache Lucene 8 and Java " + System.getProperty("java.specification.version") + " do, measured by tests/oracle/src/AnalysisTables.java with argument " + args[0] + ".");
    rows.forEach(AnalysisTables::print);
  }

  private Map<String, List<Integer>> wordBreakClasses() throws IOException {
    List<String> surroundings = tellingSurroundings();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < CLASSES.length; i += 2) {
      names.put(answers(CLASSES[i + 1], surroundings), CLASSES[i]);
      rows.put(CLASSES[i], new ArrayList<>());
    }
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        String name = names.get(answers(Character.toString(codePoint), surroundings));
        if (name == null) {
          throw new IllegalStateException(String.format("%X is of none of the classes", codePoint));
        }
        rows.get(name).add(codePoint);
      }
    }
    rows.remove("Other");
    return rows;
  }

  /** As few surroundings as tell all classes apart: a blank stands for the code point in question. */
  private List<String> tellingSurroundings() throws IOException {
    List<String> all = new ArrayList<>();
    List<String> sides = new ArrayList<>(List.of("", "1,", "a:"));
    for (int i = 3; i < CLASSES.length; i += 2) {
      sides.add(CLASSES[i]);
    }
    for (String before : sides) {
      for (String after : sides) {
        all.add(before + " " + after);
      }
    }
    List<String> chosen = new ArrayList<>();
    int apart = 1;
    while (apart < CLASSES.length / 2) {
      String best = null;
      int most = apart;
      for (String candidate : all) {
        List<String> trial = new ArrayList<>(chosen);
        trial.add(candidate);
        Set<String> kinds = new LinkedHashSet<>();
        for (int i = 1; i < CLASSES.length; i += 2) {
          kinds.add(answers(CLASSES[i], trial));
        }
        if (kinds.size() > most) {
          most = kinds.size();
          best = candidate;
        }
      }
      if (best == null) {
        throw new IllegalStateException("no surroundings tell the classes apart");
      }
      chosen.add(best);
      apart = most;
    }
    return chosen;
  }

  /** Where tokens start and end, counted in code points so that the size of the one in question does not show. */
  private String answers(String codePoint, Collection<String> surroundings) throws IOException {
    StringBuilder answers = new StringBuilder();
    for (String each : surroundings) {
      String text = each.replace(" ", codePoint);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        answers.append((char) ('0' + text.codePointCount(0, offset.startOffset())));
        answers.append((char) ('0' + text.codePointCount(0, offset.endOffset())));
      }
      tokenizer.close();
      answers.append(' ');
    }
    return answers.toString();
  }

  private static Map<String, List<Integer>> lowerCaseDistances() {
    Map<Integer, List<Integer>> rows = new TreeMap<>();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int distance = Character.toLowerCase(codePoint) - codePoint;
      if (distance != 0) {
        rows.computeIfAbsent(distance, d -> new ArrayList<>()).add(codePoint);
      }
    }
    Map<String, List<Integer>> named = new LinkedHashMap<>();
    rows.forEach((distance, codePoints) -> named.put(distance.toString(), codePoints));
    return named;
  }

  private static Map<String, List<Integer>> foldings() {
    Map<String, List<Integer>> rows = new TreeMap<>();
    char[] to = new char[4];
    for (char c = 0x80; c < Character.MAX_VALUE; c++) {
      int length = ASCIIFoldingFilter.foldToASCII(new char[] {c}, 0, to, 0, 1);
      if (length != 1 || to[0] != c) {
        rows.computeIfAbsent(new String(to, 0, length), s -> new ArrayList<>()).add((int) c);
      }
    }
    return rows;
  }

  /** A row is a name and ranges in hexadecimal: 41, 41-5A, or 100-12E/2 for every second one; long rows repeat the name. */
  private static void print(String name, List<Integer> codePoints) {
    StringBuilder line = new StringBuilder(name);
    for (int i = 0; i < codePoints.size(); ) {
      int step = length(codePoints, i, 1) >= 2 || length(codePoints, i, 2) < 3 ? 1 : 2;
      int length = length(codePoints, i, step);
      String range = " " + Integer.toHexString(codePoints.get(i)).toUpperCase();
      if (length > 1) {
        range += "-" + Integer.toHexString(codePoints.get(i + length - 1)).toUpperCase() + (step == 1 ? "" : "/2");
      }
      if (line.length() + range.length() > MAX_LINE) {
        System.out.println(line);
        line = new StringBuilder(name);
      }
      line.append(range);
      i += length;
    }
    System.out.println(line);
  }

  private static int length(List<Integer> codePoints, int from, int step) {
    int length = 1;
    while (from + length < codePoints.size() && codePoints.get(from + length) == codePoints.get(from) + length * step) {
      length++;
    }
    return length;
  }
}
