package io.solewire.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.history.Event;
import io.solewire.load.LoadPlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a long history, to see how {@code check} takes it: {@code FILE EVENTS CASES CHAIN}. With 0
 * cases it is the history of a load. Users have {@code CHAIN} connections each.
 */
public final class PopulationFile {

  private static final String PROFILE = "profile: 1\nurl: ws://h/{user}\n";

  private PopulationFile() {}

  /**
   * Writes it.
   *
   * @param args the file, how many events about, how many cases, connections of a user
   * @throws IOException if it cannot be written
   */
  public static void main(String... args) throws IOException {
    Path file = Path.of(args[0]);
    long events = Long.parseLong(args[1]);
    int cases = Integer.parseInt(args[2]);
    int chain = Integer.parseInt(args[3]);
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        OutputStream out = args[0].endsWith(".gz") ? new GZIPOutputStream(raw, 1 << 16) : raw;
        JsonGenerator json = new JsonFactory(new ObjectMapper()).createGenerator(out)) {
      json.setRootValueSeparator(null);
      header(json, cases == 0 ? plan(events, chain) : null);
      for (int i = 0; i < cases; i++) {
        Population.of("A1.case-" + i, events / cases, chain).tell(e -> write(json, e));
      }
      if (cases == 0) {
        Population.of("load.takeover", events, chain).tell(e -> write(json, e));
      } else {
        json.writeRaw("{\"t\":1,\"case\":\"~before\",\"e\":\"case-end\"}\n");
      }
    }
  }

  private static String plan(long events, int chain) {
    int users = (int) (events / ((long) Population.EVENTS * chain));
    return new LoadPlan("takeover", 1, users, 0, 1_000, "uniform", List.of()).toJson();
  }

  private static void header(JsonGenerator json, String load) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", 1);
    json.writeNumberField("rules", 1);
    json.writeNumberField("seed", 1);
    json.writeStringField("target", "population");
    json.writeStringField("url", "ws://h/{user}");
    json.writeStringField("profileDigest", "");
    json.writeStringField("profile", PROFILE);
    if (load != null) {
      json.writeStringField("load", load);
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static void write(JsonGenerator json, Event event) {
    try {
      json.writeStartObject();
      json.writeNumberField("t", event.t());
      json.writeStringField("case", event.caseId());
      if (!event.user().isEmpty()) {
        json.writeStringField("user", event.user());
      }
      if (!event.conn().isEmpty()) {
        json.writeStringField("conn", event.conn());
      }
      json.writeStringField("e", event.kind().text());
      json.writeRaw(rest(event));
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rest(Event event) {
    return switch (event.kind()) {
      case PLANNED -> ",\"name\":\"measured\"";
      case TCP_OPEN -> ",\"name\":\"subject\"";
      case REQUEST_SENT -> ",\"step\":0,\"decides\":true";
      case UPGRADED -> ",\"status\":101";
      case CLOSE_IN -> ",\"code\":4409,\"length\":8,\"utf8\":true,\"text\":\"replaced\"";
      case CLOSE_OUT -> ",\"code\":4409";
      case PROBE_SENT, PROBE_ANSWERED -> ",\"id\":\"" + event.detail().id() + "\"";
      default -> "";
    };
  }
}
