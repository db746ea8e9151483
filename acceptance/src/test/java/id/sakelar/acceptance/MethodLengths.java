package id.sakelar.acceptance;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
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
/// A method reaches from its first annotation or modifier to its closing brace; its doc comment
/// does not count, and a method without a body is none. The compiler's own parser says where that
/// is, so that text blocks and braces in strings confuse nobody.
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
        found.add(new Method(where, Math.toIntExact(last - first + 1)));
      }
      return super.visitMethod(method, found);
    }
  }
}
