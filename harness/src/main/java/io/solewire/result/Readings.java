package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the measuring side saw of itself and of its machine during the measured time. Immutable. A
 * part is null where the machine does not tell it, or where an older release measured.
 *
 * @param machineCpu share of all processors that was busy, whoever used them, 0 to 1
 * @param stealCpu share of all processors that a hypervisor gave to others, 0 to 1
 * @param longestGcMs longest pause for garbage collection, milliseconds
 * @param jitMs time in which the generator's own code was compiled, milliseconds
 * @param loopLagP50Us how late event loops did what was due, median over time, microseconds
 * @param loopLagP90Us the same, 90th percentile
 * @param loopLagP99Us the same, 99th percentile
 * @param loopLagP999Us the same, 99.9th percentile
 * @param loopLagMaxUs the same, largest
 * @param loopLagMeanUs the same, mean
 * @param descriptors files and sockets of the process
 * @param ports local ports for connections of its own
 * @param conntrack entries in the kernel's table of connections
 * @param backlog events that waited to be recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Readings(
    Double machineCpu,
    Double stealCpu,
    Long longestGcMs,
    Long jitMs,
    Long loopLagP50Us,
    Long loopLagP90Us,
    Long loopLagP99Us,
    Long loopLagP999Us,
    Long loopLagMaxUs,
    Long loopLagMeanUs,
    Usage descriptors,
    Usage ports,
    Usage conntrack,
    Usage backlog) {

  /** Nothing was read. */
  public static final Readings NONE =
      new Readings(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  /**
   * What was taken of something that has an end.
   *
   * @param used the most at a time
   * @param limit how much there is
   */
  public record Usage(long used, long limit) {

    /** True if this share of it or more was taken; false if nobody knows how much there is. */
    public boolean isAtLeast(double share) {
      return limit > 0 && used >= limit * share;
    }
  }
}
