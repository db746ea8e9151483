package id.sakelar.server;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sakelar serve`: the switch, until it is told to stop.
@Command(name = "serve", description = "Runs the switch on an external PostgreSQL.")
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var server = Server.start(config.settings(), _ -> {});
    var out = spec.commandLine().getOut();
    out.println(
        "Sakelar is ready: partners on port %d, console on port %d"
            .formatted(server.partnersPort(), server.consolePort()));
    out.flush();
    Main.stopWhenTold(server::close);
    return 0;
  }
}
