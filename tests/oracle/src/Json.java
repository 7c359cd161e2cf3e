import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value: objects are Map, arrays List, numbers Double (Long when whole), the rest as in Java. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    if (json.peek() != 0) {
      throw json.error("the end");
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value == null ? new ArrayList<>() : (List<Object>) value;
  }

  static double number(Map<String, Object> object, String key, double otherwise) {
    Object value = object.get(key);
    return value == null ? otherwise : ((Number) value).doubleValue();
  }

  static int integer(Map<String, Object> object, String key, int otherwise) {
    Object value = object.get(key);
    return value == null ? otherwise : Math.toIntExact((Long) value);
  }

  static String string(Map<String, Object> object, String key, String otherwise) {
    Object value = object.get(key);
    return value == null ? otherwise : (String) value;
  }

  static String string(Map<String, Object> object, String key) {
    Object value = object.get(key);
    if (value == null) {
      throw new IllegalArgumentException("needs \"" + key + "\": " + object);
    }
    return (String) value;
  }

  static boolean bool(Map<String, Object> object, String key, boolean otherwise) {
    Object value = object.get(key);
    return value == null ? otherwise : (Boolean) value;
  }

  /** The next character that is not white space, 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw error("'" + c + "'");
    }
  }

  private IllegalArgumentException error(String wanted) {
    return new IllegalArgumentException("JSON: wanted " + wanted + " at " + at + " of " + text);
  }

  private Object value() {
    char c = peek();
    if (c == '{') {
      return members();
    } else if (c == '[') {
      return items();
    } else if (c == '"') {
      return string();
    } else if (word("true")) {
      return true;
    } else if (word("false")) {
      return false;
    } else if (word("null")) {
      return null;
    }
    return number();
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private Map<String, Object> members() {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    if (take('}')) {
      return object;
    }
    do {
      peek();
      String key = string();
      expect(':');
      object.put(key, value());
    } while (take(','));
    expect('}');
    return object;
  }

  private List<Object> items() {
    List<Object> list = new ArrayList<>();
    expect('[');
    if (take(']')) {
      return list;
    }
    do {
      list.add(value());
    } while (take(','));
    expect(']');
    return list;
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.isEmpty()) {
      throw error("a value");
    }
    if (digits.matches("-?[0-9]+")) {
      return Long.valueOf(digits);
    }
    return Double.valueOf(digits);
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      value.append(c == '\\' ? escaped() : c);
    }
    if (at == text.length()) {
      throw error("'\"'");
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'b': return '\b';
      case 'f': return '\f';
      case 'u':
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      default: return c;
    }
  }
}
