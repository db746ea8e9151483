package id.sakelar.acceptance;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// How many lines the methods of some sources have, constructors included, shortest first.
///
/// What is counted is code between a method's braces, which the compiler's own parser finds: the
/// signature, blank lines, comments and the inside of text blocks do not count, so that SQL may
/// stand beside the method that runs it. A method without a body is none.
record MethodLengths(List<Method> methods) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  record Method(String where, int lines) {
    @Override
    public String toString() {
      return lines + " lines: " + where;
    }
  }

  MethodLengths {
    methods = methods.stream().sorted(Comparator.comparingInt(Method::lines)).toList();
  }

  /// @throws IllegalArgumentException if a source is not Java
  static MethodLengths of(List<Path> sources) throws IOException {
    var complaints = new DiagnosticCollector<JavaFileObject>();
    var methods = new ArrayList<Method>();
    try (var files = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) COMPILER.getTask(null, files, complaints, null, null, units);
      var counting = new Counting(Trees.instance(task).getSourcePositions());
      task.parse().forEach(unit -> counting.scan(new TreePath(unit), methods));
    }
    if (!complaints.getDiagnostics().isEmpty()) {
      throw new IllegalArgumentException(complaints.getDiagnostics().toString());
    }
    return new MethodLengths(methods);
  }

  /// The length that `percent` of a hundred methods do not exceed.
  int percentile(int percent) {
    int rank = Math.ceilDiv(methods.size() * percent, 100);
    return methods.get(Math.max(rank, 1) - 1).lines();
  }

  int longest() {
    return methods.getLast().lines();
  }

  /// The distribution, and the twenty longest methods with their places.
  String describe() {
    var text = new StringBuilder().append(methods.size()).append(" methods");
    for (int percent : List.of(50, 90, 99, 100)) {
      text.append(", p").append(percent).append(' ').append(percentile(percent));
    }
    methods.reversed().stream().limit(20).forEach(method -> text.append("\n  ").append(method));
    return text.toString();
  }

  /// Adds every method of a file to the list it is handed.
  private static final class Counting extends TreePathScanner<@Nullable Void, List<Method>> {
    private final SourcePositions positions;

    Counting(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<Method> found) {
      if (method.getBody() != null) {
        var unit = getCurrentPath().getCompilationUnit();
        var lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        var where = Path.of(unit.getSourceFile().toUri()) + ":" + first + " " + method.getName();
        long brace = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        found.add(new Method(where, codeLines(unit, brace + 1, last - 1)));
      }
      return super.visitMethod(method, found);
    }

    private static int codeLines(CompilationUnitTree unit, long first, long last) {
      var code = source(unit).lines().skip(first - 1).limit(Math.max(0, last - first + 1)).toList();
      int count = 0;
      boolean inText = false;
      for (String line : code) {
        boolean opensOrCloses = line.contains("\"\"\"");
        if (!inText && !opensOrCloses && isCode(line.strip())) {
          count++;
        }
        if (opensOrCloses) {
          count += inText ? 0 : 1;
          inText = !inText;
        }
      }
      return count;
    }

    private static boolean isCode(String line) {
      return !line.isEmpty() && !line.startsWith("//") && !line.startsWith("@");
    }

    private static String source(CompilationUnitTree unit) {
      try {
        return unit.getSourceFile().getCharContent(true).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
