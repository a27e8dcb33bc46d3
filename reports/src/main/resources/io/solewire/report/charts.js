// What is drawn of a load. Latencies in the data are microseconds.
(() => {
  "use strict";
  const host = document.querySelector("div.figures");
  if (!host) return;
  const data = JSON.parse(host.querySelector("script").textContent), { Figure } = globalThis.solewire;

  function latency(us) {
    const [unit, of] = us < 999.5 ? [1, "µs"] : us < 999_500 ? [1e3, "ms"] : [1e6, "s"], value = us / unit;
    return value.toFixed(unit === 1 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2).replace(/\.0+$/, "") + " " + of;
  }

  /** How many nines a percentile has: 0 for 0, 1 for 90, 2 for 99. */
  const nines = percentile => Math.log10(1 / (1 - Math.min(percentile, 100) / 100));

  /** From and to a number of the series 1, 2, 5. */
  function log(values, range) {
    const steps = d3.range(-1, 10).flatMap(power => [1, 2, 5].map(step => step * 10 ** power));
    const low = steps.findLast(step => step <= Math.max(0.1, d3.min(values))) ?? steps[0], high = steps.find(step => step >= d3.max(values) && step > low) ?? steps.at(-1);
    const ticks = steps.filter(step => step >= low && step <= high), powers = ticks.filter(tick => /^[0.]*10*$/.test(String(tick)));
    return { scale: d3.scaleLog([low, high], range).clamp(true), ticks: ticks.length > 9 && powers.length > 1 ? powers : ticks };
  }

  function percentiles() {
    const shown = new Set(data.curves.filter((curve, i) => i === 0 || curve.baseline).map(curve => curve.name));
    const style = i => data.curves[i].baseline ? "baseline" : "s" + i % 6;
    const at = (curve, percentile) => (curve.points.find(point => point[0] >= percentile) ?? curve.points.at(-1))[1];
    const figure = new Figure("percentiles", "Latency by percentile", 330, "as HdrHistogram draws it");
    if (data.curves.length > 1) {
      data.curves.forEach((curve, i) => {
        const label = figure.before.append("label");
        label.append("input").attr("type", "checkbox").property("checked", shown.has(curve.name)).on("change", e => {
          if (e.target.checked) shown.add(curve.name); else shown.delete(curve.name);
          figure.redraw();
        });
        label.append("svg").attr("aria-hidden", true).append("path").attr("class", style(i)).attr("d", "M0 4H24");
        label.append("bdi").text(curve.baseline ? "baseline " + curve.name : curve.name);
      });
    }
    const grid = [0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999];
    figure.start(() => {
      const curves = data.curves.map((curve, i) => ({ ...curve, i })).filter(curve => shown.has(curve.name));
      const last = Math.max(2, Math.min(7, Math.ceil(Math.log10(Math.max(1, data.samples)) - 1e-9)));
      const x = d3.scaleLinear([0, last], figure.x).clamp(true);
      const values = curves.flatMap(curve => curve.points.map(point => point[1])), { scale: y, ticks } = log(values.length ? values : [1, 1000], [figure.y[0], figure.y[1] + 18]);
      figure.axes(grid.filter(p => nines(p) <= last + 1e-9).map(p => [x(nines(p)), p + " %"]), ticks.map(tick => [y(tick), latency(tick)]), "percentile of " + d3.format(",")(data.samples) + " evictions", "latency");
      for (const curve of curves) {
        figure.svg.append("path").attr("class", style(curve.i)).attr("d", d3.line(point => x(nines(point[0])), point => y(point[1]))(curve.points));
      }
      if (curves[0]?.i === 0) {
        const marks = Object.entries(data.marks).map(([p, us]) => [p === "100" ? last : nines(+p), us, p === "100" ? "max" : "p" + p]).filter(([n, , name]) => name === "max" || n <= last - 0.3);
        figure.svg.append("g").selectAll("circle").data(marks).join("circle").attr("cx", ([n]) => x(n)).attr("cy", ([, us]) => y(us)).attr("r", 4);
        figure.svg.append("g").selectAll("text").data(marks).join("text").attr("class", "value").attr("x", ([n]) => Math.max(figure.x[0] + 84, x(n) - 7)).attr("y", ([, us]) => y(us) - 7)
          .attr("text-anchor", "end").text(([, us, name]) => name + " " + latency(us));
      }
      const steps = (data.curves[0]?.points ?? []).map(point => point[0]);
      figure.svg.attr("aria-label", "Latency by percentile: " + Object.entries(data.marks).map(([p, us]) => latency(us) + (p === "100" ? " at most" : " at p" + p)).join(", "));
      figure.guided(steps.map(p => x(nines(p))), i => +steps[i].toFixed(5) + " %: " + curves.map(curve => curve.name + " " + latency(at(curve, steps[i]))).join(", "));
    }).table(["percentile", ...data.curves.map(curve => curve.name)], (data.curves[0]?.points ?? []).map(([p]) => [+p.toFixed(5) + " %", ...data.curves.map(curve => latency(at(curve, p)))]));
  }

  function overTime(figure, draw) {
    const end = data.columns.at(-1)[0] + data.seconds;
    return figure.start(() => {
      const x = d3.scaleLinear([0, end], figure.x), warm = data.columns.filter(column => column[1]);
      if (warm.length) {
        figure.svg.append("rect").attr("class", "warmup").attr("x", x(0)).attr("y", figure.y[1]).attr("width", x(warm.at(-1)[0] + data.seconds) - x(0)).attr("height", figure.y[0] - figure.y[1]);
      }
      draw(x, x.ticks(Math.min(16, Math.max(2, figure.width / 60))).filter(Number.isInteger).map(tick => [x(tick), tick]));
      if (warm.length) figure.svg.append("text").attr("x", x(0) + 6).attr("y", figure.y[1] + 14).text("warm-up, not measured");
    });
  }

  const middle = (x, column) => x(column[0] + data.seconds / 2);
  const when = column => (data.seconds > 1 ? "seconds " + column[0] + " to " + (column[0] + data.seconds - 1) : "second " + column[0]) + (column[1] ? ", warm-up" : "");
  const AXIS = "seconds since the first newcomer was due";

  function heat() {
    const many = data.seconds > 1 ? ` columns of ${data.seconds} s; lines show their worst second` : "";
    const figure = new Figure("heat", "Eviction latency over time", 330, (data.heat.length ? "the denser the colour, the more evictions; " : "") + "solid: p50, dashed: p99" + (many && ";") + many);
    const bound = range => 10 ** (range / data.ranges), lines = data.columns.filter(column => column[4] > 0);
    overTime(figure, (x, ticks) => {
      const values = data.heat.length ? data.heat.flatMap(cell => [bound(cell[1]), bound(cell[1] + 1)]) : lines.flatMap(column => [Math.max(1, column[5]), column[7]]);
      const { scale: y, ticks: marks } = log(values.length ? values : [1, 1000], figure.y);
      figure.axes(ticks, marks.map(tick => [y(tick), latency(tick)]), AXIS, "eviction latency");
      const shade = d3.scaleLog([1, Math.max(2, d3.max(data.heat, cell => cell[2]) ?? 2)], [0.12, 0.95]);
      figure.svg.append("g").selectAll("rect").data(data.heat).join("rect").attr("class", "cell").attr("x", cell => x(cell[0])).attr("y", cell => y(bound(cell[1] + 1)))
        .attr("width", x(data.seconds) - x(0)).attr("height", cell => Math.max(1, y(bound(cell[1])) - y(bound(cell[1] + 1)))).attr("fill-opacity", cell => shade(cell[2]));
      for (const [name, i] of [["p50", 5], ["p99", 6]]) {
        figure.svg.append("path").attr("class", name).attr("d", d3.line(column => middle(x, column), column => y(Math.max(0.1, column[i])))(lines));
      }
      figure.svg.attr("aria-label", "Eviction latency over " + data.columns.length * data.seconds + " seconds: p50 from " + latency(d3.min(lines, c => c[5]) ?? 0) + " to " + latency(d3.max(lines, c => c[5]) ?? 0) + ", p99 up to " + latency(d3.max(lines, c => c[6]) ?? 0));
      figure.guided(data.columns.map(column => middle(x, column)), i => {
        const column = data.columns[i];
        return when(column) + ": " + (column[4] ? d3.format(",")(column[4]) + " evictions, p50 " + latency(column[5]) + ", p99 " + latency(column[6]) + ", max " + latency(column[7]) : "no eviction");
      });
    }).table(["second", "evictions", "p50", "p99", "max"], data.columns.map(column => [when(column), column[4], ...column.slice(5).map(latency)]));
  }

  function rates() {
    const figure = new Figure("rate", "Newcomers planned and started", 190, "line: planned, bars: started");
    overTime(figure, (x, ticks) => {
      const y = d3.scaleLinear([0, d3.max(data.columns, column => Math.max(column[2], column[3])) || 1], figure.y).nice(3);
      figure.axes(ticks, y.ticks(3).map(tick => [y(tick), d3.format(",")(tick)]), AXIS, "per second");
      figure.svg.append("g").selectAll("rect").data(data.columns).join("rect").attr("class", "started").attr("x", column => x(column[0]) + 0.5).attr("width", Math.max(1, x(data.seconds) - x(0) - 1))
        .attr("y", column => y(column[3])).attr("height", column => y(0) - y(column[3]));
      figure.svg.append("path").attr("class", "planned").attr("d", d3.line(column => column[0], column => column[1]).curve(d3.curveStepAfter)([...data.columns.map(column => [x(column[0]), y(column[2])]), [x.range()[1], y(data.columns.at(-1)[2])]]));
      figure.svg.attr("aria-label", "Newcomers per second: " + d3.format(",")(d3.sum(data.columns, c => c[2]) * data.seconds) + " planned, " + d3.format(",")(d3.sum(data.columns, c => c[3]) * data.seconds) + " started");
      figure.guided(data.columns.map(column => middle(x, column)), i => when(data.columns[i]) + ": " + +data.columns[i][2].toFixed(1) + " planned, " + +data.columns[i][3].toFixed(1) + " started");
    }).table(["second", "planned", "started"], data.columns.map(column => [when(column), +column[2].toFixed(1), +column[3].toFixed(1)]));
  }

  function signals() {
    const entries = Object.entries(data.evictedBy ?? {}).sort((a, b) => b[1] - a[1]), all = d3.sum(entries, entry => entry[1]);
    const share = n => (100 * n / all).toFixed(n === all ? 0 : 2) + " %";
    const figure = new Figure("signals", "How incumbents were told", 10 + 26 * entries.length);
    figure.start(() => {
      const x = d3.scaleLinear([0, all], [0, Math.max(40, figure.width - 330)]), row = figure.svg.selectAll("g").data(entries).join("g").attr("transform", (d, i) => `translate(0,${26 * i + 5})`);
      row.append("text").attr("x", 118).attr("y", 17).attr("text-anchor", "end").text(([name]) => name);
      row.append("rect").attr("class", "started").attr("x", 128).attr("y", 4).attr("width", ([, n]) => Math.max(2, x(n))).attr("height", 18);
      row.append("text").attr("class", "value").attr("x", ([, n]) => 136 + Math.max(2, x(n))).attr("y", 17).text(([, n]) => d3.format(",")(n) + " (" + share(n) + ")");
      figure.svg.attr("tabindex", null).attr("aria-label", "How incumbents were told: " + entries.map(([name, n]) => name + " " + share(n)).join(", "));
    });
  }

  if (data.curves.length) percentiles();
  if (data.columns.length) {
    heat();
    rates();
  }
  if (Object.keys(data.evictedBy ?? {}).length) signals();
})();
