import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * Runs the other programs one after the other in one Java machine, since starting one costs more than most of them do.
 *
 * <p>Call (standard input): i32 number of strings, then each as i32 length and UTF-8: class name, input, arguments.
 * Answer (standard output): i32 0 when main returned or 1 when it threw; standard output and standard error of the program,
 * each as i32 length and bytes. i32 is big-endian. Ends with its input.
 */
public final class Worker {
  private static final int RETURNED = 0;
  private static final int THREW = 1;

  public static void main(String[] unused) throws IOException {
    DataInputStream calls = new DataInputStream(System.in);
    DataOutputStream answers = new DataOutputStream(System.out);
    PrintStream machineErrors = System.err;
    while (true) {
      int count;
      try {
        count = calls.readInt();
      } catch (EOFException e) {
        return;
      }
      String[] strings = new String[count];
      for (int i = 0; i < count; i++) {
        strings[i] = new String(calls.readNBytes(calls.readInt()), StandardCharsets.UTF_8);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int result = call(strings, out, err);
      System.setErr(machineErrors);
      answers.writeInt(result);
      answers.writeInt(out.size());
      out.writeTo(answers);
      answers.writeInt(err.size());
      err.writeTo(answers);
      answers.flush();
    }
  }

  private static int call(String[] strings, ByteArrayOutputStream out, ByteArrayOutputStream err) throws IOException {
    InputStream input = new ByteArrayInputStream(strings[1].getBytes(StandardCharsets.UTF_8));
    String[] arguments = java.util.Arrays.copyOfRange(strings, 2, strings.length);
    try (PrintStream newOut = new PrintStream(out, false, "UTF-8"); PrintStream newErr = new PrintStream(err, false, "UTF-8")) {
      System.setIn(input);
      System.setOut(newOut);
      System.setErr(newErr);
      try {
        Class.forName(strings[0]).getMethod("main", String[].class).invoke(null, (Object) arguments);
        return RETURNED;
      } catch (InvocationTargetException e) {
        e.getCause().printStackTrace(newErr);
        return THREW;
      } catch (ReflectiveOperationException e) {
        e.printStackTrace(newErr);
        return THREW;
      }
    }
  }
}
