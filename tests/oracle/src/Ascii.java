import java.io.ByteArrayOutputStream;
import org.apache.lucene.util.BytesRef;

/** The one way bytes and text are printed by these programs, so that output is plain ASCII without blanks. */
final class Ascii {
  private static final String HEX = "0123456789abcdef";

  private Ascii() {}

  /** Bytes 21 to 7e (hex) as they are, but a backslash and all others as \ and two lower-case hex digits. */
  static String of(byte[] bytes, int offset, int length) {
    StringBuilder text = new StringBuilder(length + 8);
    for (int i = offset; i < offset + length; i++) {
      int b = bytes[i] & 0xff;
      if (b > 0x20 && b < 0x7f && b != '\\') {
        text.append((char) b);
      } else {
        text.append('\\').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
      }
    }
    return text.toString();
  }

  static String of(BytesRef bytes) {
    return of(bytes.bytes, bytes.offset, bytes.length);
  }

  /** The UTF-8 bytes of a string. */
  static String of(String text) {
    return of(new BytesRef(text));
  }

  /** Bytes back from what {@link #of(BytesRef)} printed. */
  static BytesRef parse(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(text.charAt(i));
      }
    }
    return new BytesRef(bytes.toByteArray());
  }

  /** Like {@link #of(String)}, but blanks stay. */
  static String line(String text) {
    return of(text).replace("\\20", " ");
  }
}
