package io.solewire.load.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import java.math.BigDecimal;
import java.util.Arrays;

/** Results of loads, made from what stands in result.json. */
final class Loads {

  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Samples enough for every percentile. */
  private static final int MANY = 10_000;

  private Loads() {}

  /** One without any samples. */
  static ObjectNode empty(boolean healthy) {
    ObjectNode load = JSON.createObjectNode();
    load.putObject("metrics");
    load.putObject("generator").put("healthy", healthy);
    return load;
  }

  /** One in which one number is known. */
  static LoadResult with(String path, String number, boolean healthy) {
    ObjectNode load = empty(healthy);
    String[] name = path.split("\\.", 2);
    boolean metric = Arrays.stream(Metric.values()).anyMatch(m -> m.text().equals(name[0]));
    ObjectNode parent = metric ? load.withObject("/metrics/" + name[0]).put("count", MANY) : load;
    if (name[0].equals("generator")) {
      parent = load.withObject("/generator");
    }
    parent.put(metric || name.length > 1 ? name[1] : path, new BigDecimal(number));
    return result(load);
  }

  static LoadResult result(ObjectNode load) {
    try {
      return JSON.treeToValue(load, LoadResult.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
