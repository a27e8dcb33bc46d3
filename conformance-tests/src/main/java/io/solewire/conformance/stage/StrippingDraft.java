package io.solewire.conformance.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.IProtocol;

/**
 * RFC 6455 as the library speaks it, but for white space around the value of a header, which the
 * library takes for a part of it and RFC 9110 section 5.5 does not.
 */
final class StrippingDraft extends Draft_6455 {

  private final int largest;

  StrippingDraft(List<IProtocol> protocols, int largest) {
    super(List.of(), protocols, largest);
    this.largest = largest;
  }

  @Override
  public HandshakeState acceptHandshakeAsClient(ClientHandshake request, ServerHandshake response)
      throws InvalidHandshakeException {
    HandshakeImpl1Server stripped = new HandshakeImpl1Server();
    stripped.setHttpStatus(response.getHttpStatus());
    stripped.setHttpStatusMessage(response.getHttpStatusMessage());
    for (Iterator<String> names = response.iterateHttpFields(); names.hasNext(); ) {
      String name = names.next();
      stripped.put(name, response.getFieldValue(name).strip());
    }
    return super.acceptHandshakeAsClient(request, stripped);
  }

  @Override
  public Draft copyInstance() {
    List<IProtocol> protocols = new ArrayList<>();
    getKnownProtocols().forEach(protocol -> protocols.add(protocol.copyInstance()));
    return new StrippingDraft(protocols, largest);
  }
}
