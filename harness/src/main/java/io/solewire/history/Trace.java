package io.solewire.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One connection's life, folded from its events as they come. Not thread-safe: whoever folds it
 * holds a lock or hands it on. Instants are nanoseconds of the run; {@link #NEVER} stands for what
 * did not happen, so that "before" is a plain comparison.
 */
public final class Trace {

  /** The instant of what did not happen. */
  public static final long NEVER = Long.MAX_VALUE;

  /**
   * The name of the fault that says: the upgrade alone is the admission here, and nobody waited
   * until the connection had answered a probe. A stack may send the 101 before its handler
   * registers, so it is not known when the connection had its place.
   */
  public static final String UNSETTLED = "unsettled";

  private final String user;
  private final String conn;
  private Role role = Role.SUBJECT;
  private String note = "";
  private long planned = NEVER;
  private String phase = "";
  private long opened = NEVER;
  private long tcpFailed = NEVER;
  private String failure = "";
  private long requested = NEVER;
  private long upgraded = NEVER;
  private long admitted = NEVER;
  private String epoch;
  private long refused = NEVER;
  private Detail refusal = Detail.NONE;
  private Ending ending = Ending.NONE;
  private Answers answers = Answers.NONE;
  private List<Text> texts = List.of();
  private List<Fault> faults = List.of();
  private long last;

  /**
   * Begins one, of which nothing is known yet.
   *
   * @param user the user that it belongs to
   * @param conn its name within the user
   */
  public Trace(String user, String conn) {
    this.user = user;
    this.conn = conn;
  }

  /**
   * A message that came in.
   *
   * @param t when
   * @param text its beginning
   */
  public record Text(long t, String text) {}

  /**
   * Something that the harness did on purpose.
   *
   * @param t when
   * @param name what
   * @param text with which parameters; may be null
   */
  public record Fault(long t, String name, String text) {}

  /**
   * Takes in the next event.
   *
   * @param event one of this connection
   */
  public void accept(Event event) {
    long t = event.t();
    Detail detail = event.detail();
    last = Math.max(last, t);
    switch (event.kind()) {
      case PLANNED -> {
        planned = t;
        phase = detail.name() == null ? "" : detail.name();
      }
      case TCP_OPEN -> {
        opened = t;
        role = Role.of(detail.name());
        note = detail.text() == null ? "" : detail.text();
      }
      case TCP_FAILED -> {
        tcpFailed = t;
        failure = detail.text() == null ? "" : detail.text();
      }
      case REQUEST_SENT -> requested = detail.decides() == null ? requested : t;
      case STEP_SENT -> requested = Boolean.TRUE.equals(detail.decides()) ? t : requested;
      case UPGRADED -> upgraded = t;
      case ADMITTED -> {
        admitted = t;
        epoch = detail.id();
      }
      case REFUSED -> {
        refused = Math.min(refused, t);
        refusal = detail;
      }
      case FRAME_IN -> {
        if (detail.text() != null) {
          texts = with(texts, new Text(t, detail.text()));
        }
        ended(event);
      }
      case PROBE_SENT, PROBE_ANSWERED -> asked(event);
      case FAULT -> faults = with(faults, new Fault(t, detail.name(), detail.text()));
      default -> ended(event);
    }
  }

  /** Of those that are held most have neither ended nor been asked. */
  private void ended(Event event) {
    if (ending == Ending.NONE && Ending.begins(event)) {
      ending = new Ending();
    }
    if (ending != Ending.NONE) {
      ending.accept(event);
    }
  }

  private void asked(Event event) {
    answers = answers == Answers.NONE ? new Answers() : answers;
    answers.accept(event);
  }

  /** Most connections have none, and there may be millions. */
  private static <T> List<T> with(List<T> list, T more) {
    List<T> all = list.isEmpty() ? new ArrayList<>(2) : list;
    all.add(more);
    return all;
  }

  /** The user that it belongs to. */
  public String user() {
    return user;
  }

  /** Its name within the user, such as {@code c1}. */
  public String conn() {
    return conn;
  }

  /** What the script uses it for. */
  public Role role() {
    return role;
  }

  /** The spelling of the user id, or the kind of an incomplete handshake; may be empty. */
  public String note() {
    return note;
  }

  /** When the load plan meant it to come. */
  public long planned() {
    return planned;
  }

  /** The part of the load plan that it belongs to; empty without a plan. */
  public String phase() {
    return phase;
  }

  /** When TCP was established. */
  public long opened() {
    return opened;
  }

  /** When it turned out that TCP would not be established. */
  public long tcpFailed() {
    return tcpFailed;
  }

  /** Why TCP would not be established. */
  public String failure() {
    return failure;
  }

  /** When the last byte of the deciding step was about to be written. */
  public long requested() {
    return requested;
  }

  /** When the 101 was read. */
  public long upgraded() {
    return upgraded;
  }

  /** When the admission signal was read. */
  public long admitted() {
    return admitted;
  }

  /** The epoch that the server gave it, if the profile names one. */
  public Optional<String> epoch() {
    return Optional.ofNullable(epoch);
  }

  /** When the server said no. */
  public long refused() {
    return refused;
  }

  /** How the server said no. */
  public Detail refusal() {
    return refusal;
  }

  /** How it ended, seen from both sides. */
  public Ending ending() {
    return ending;
  }

  /** Probes and their answers. */
  public Answers answers() {
    return answers;
  }

  /** Messages that came in, in order. */
  public List<Text> texts() {
    return Collections.unmodifiableList(texts);
  }

  /** What was done to it on purpose, in order. */
  public List<Fault> faults() {
    return Collections.unmodifiableList(faults);
  }

  /** The first fault of this name. */
  public Optional<Fault> fault(String name) {
    for (Fault fault : faults) { // no stream: it is asked by every judge of every connection
      if (fault.name().equals(name)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** The last instant at which anything was seen or done. */
  public long last() {
    return last;
  }

  /** When the server first told it that it is over; {@code NEVER} for a refused newcomer. */
  public long evicted() {
    return refused == NEVER ? ending.evicted() : NEVER;
  }

  /** From when on it certainly has its place: its admission, or see {@link #UNSETTLED}. */
  public long settled() {
    return fault(UNSETTLED).isEmpty() || admitted == NEVER ? admitted : answers.first(admitted);
  }

  /** True if a definite order exists: this one was asked for after the other was admitted. */
  public boolean isAfter(Trace other) {
    return requested != NEVER && requested > other.settled();
  }

  /** True if it may have taken over without our knowing: asked for, and never resolved. */
  public boolean indefinite() {
    boolean told = ending.by().equals("close") || ending.by().equals("message");
    return requested != NEVER && admitted == NEVER && refused == NEVER && !told;
  }
}
