package io.solewire.server.fault;

/**
 * Bob and bob are one, although nobody asked for it (RADIUSdesk/rdcore #67, the other way round).
 */
final class FoldsCase implements Behaviour {
  @Override
  public boolean foldsCase(boolean wanted) {
    return true;
  }
}
