package io.solewire.simulation.watch;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * How long garbage collection stopped everything, by the notifications of the virtual machine,
 * which tell whole milliseconds. Thread-safe.
 */
final class GcPauses implements NotificationListener {

  private final AtomicLong longest = new AtomicLong();
  private volatile long from;

  /** Listens to every collector of this process. */
  static GcPauses ofThisProcess() {
    GcPauses pauses = new GcPauses();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(pauses, null, null);
      }
    }
    return pauses;
  }

  /** Forgets what was before an instant, milliseconds since the virtual machine was started. */
  void begin(long uptimeMs) {
    from = uptimeMs;
    longest.set(0);
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data
        && notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(data);
      GcInfo info = collection.getGcInfo();
      collected(collection.getGcName(), info.getEndTime(), info.getDuration());
    }
  }

  /** Those of ZGC, Shenandoah and G1 that run beside everything else are called cycles. */
  void collected(String collector, long endMs, long durationMs) {
    boolean beside = collector.contains("Cycles") || collector.contains("Concurrent");
    if (!beside && endMs >= from) {
      longest.accumulateAndGet(durationMs, Math::max);
    }
  }

  long longestMs() {
    return longest.get();
  }
}
