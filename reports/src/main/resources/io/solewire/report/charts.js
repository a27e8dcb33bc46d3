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

  const count = d3.format(",");

  function percentiles() {
    const shown = new Set(data.curves.filter((curve, i) => i === 0 || curve.baseline).map(curve => curve.name));
    const style = i => data.curves[i].baseline ? "baseline" : "s" + i % 6;
    const at = (curve, percentile) => (curve.points.find(point => point[0] >= percentile) ?? curve.points.at(-1))[1];
    const told = curve => (curve.baseline ? "baseline " : "") + curve.name + " (" + count(curve.samples) + ")";
    const figure = new Figure("percentiles", "Latency by percentile", 330, "as HdrHistogram draws it; in brackets, how many each curve is of");
    data.curves.forEach((curve, i) => {
      const label = figure.before.append("label");
      label.append("input").attr("type", "checkbox").property("checked", shown.has(curve.name)).on("change", e => {
        if (e.target.checked) shown.add(curve.name); else shown.delete(curve.name);
        figure.redraw();
      });
      label.append("svg").attr("aria-hidden", true).append("path").attr("class", style(i)).attr("d", "M0 4H24");
      label.append("bdi").text(told(curve));
    });
    const grid = [0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999, 99.99999], evictions = data.curves.findIndex(curve => curve.name === "eviction" && !curve.baseline);
    figure.start(() => {
      const curves = data.curves.map((curve, i) => ({ ...curve, i })).filter(curve => shown.has(curve.name));
      const last = Math.max(2, Math.min(7, Math.ceil(Math.log10(Math.max(1, d3.max(curves, curve => curve.samples) ?? 1)) - 1e-9)));
      const x = d3.scaleLinear([0, last], figure.x).clamp(true);
      const values = curves.flatMap(curve => curve.points.map(point => point[1])), { scale: y, ticks } = log(values.length ? values : [1, 1000], [figure.y[0], figure.y[1] + 18]);
      figure.axes(grid.filter(p => nines(p) <= last + 1e-9).map(p => [x(nines(p)), p + " %"]), ticks.map(tick => [y(tick), latency(tick)]), "percentile", "latency");
      for (const curve of curves) {
        // Beyond the percentile that one sample makes there is nothing but the largest.
        const own = curve.points.filter(point => nines(point[0]) <= Math.max(1, Math.log10(curve.samples)) + 1e-9);
        figure.svg.append("path").attr("class", style(curve.i)).attr("d", d3.line(point => x(nines(point[0])), point => y(point[1]))(own));
      }
      if (curves[0]?.i === evictions) {
        const end = Math.min(last, Math.max(1, Math.log10(curves[0].samples)));
        const marks = Object.entries(data.marks).map(([p, us]) => [p === "100" ? end : nines(+p), us, p === "100" ? "max" : "p" + p]).filter(([n, , name]) => name === "max" || n <= end - 0.3);
        figure.svg.append("g").selectAll("circle").data(marks).join("circle").attr("cx", ([n]) => x(n)).attr("cy", ([, us]) => y(us)).attr("r", 4);
        figure.svg.append("g").selectAll("text").data(marks).join("text").attr("class", "value").attr("x", ([n]) => Math.max(figure.x[0] + 84, x(n) - 7)).attr("y", ([, us]) => y(us) - 7)
          .attr("text-anchor", "end").text(([, us, name]) => name + " " + latency(us));
      }
      const steps = (d3.greatest(curves, curve => curve.points.length)?.points ?? []).map(point => point[0]);
      figure.svg.attr("aria-label", "Latency by percentile: " + curves.map(curve => told(curve) + " " + [50, 90, 99, 99.9, 100].map(p => latency(at(curve, p)) + (p === 100 ? " at most" : " at p" + p)).join(", ")).join("; "));
      figure.guided(steps.map(p => x(nines(p))), i => +steps[i].toFixed(5) + " %: " + curves.map(curve => curve.name + " " + latency(at(curve, steps[i]))).join(", "));
    }).table(["percentile", ...data.curves.map(told)], d3.greatest(data.curves, curve => curve.points.length).points.map(([p]) => [+p.toFixed(5) + " %", ...data.curves.map(curve => latency(at(curve, p)))]));
  }

  /** A column: its first second, how many, warm-up, planned, started, evictions, p50, p99, max. */
  const [AT, LENGTH, WARMUP, PLANNED, STARTED, EVICTIONS, P50, P99, MAX] = d3.range(9);

  function overTime(figure, draw) {
    const last = data.columns.at(-1), end = last[AT] + last[LENGTH];
    return figure.start(() => {
      const x = d3.scaleLinear([0, end], figure.x), warm = data.columns.findLast(column => column[WARMUP]);
      if (warm) {
        figure.svg.append("rect").attr("class", "warmup").attr("x", x(0)).attr("y", figure.y[1]).attr("width", x(warm[AT] + warm[LENGTH]) - x(0)).attr("height", figure.y[0] - figure.y[1]);
      }
      draw(x, x.ticks(Math.min(16, Math.max(2, figure.width / 60))).filter(Number.isInteger).map(tick => [x(tick), tick]));
      if (warm) figure.svg.append("text").attr("x", x(0) + 6).attr("y", figure.y[1] + 14).text("warm-up, not measured");
    });
  }

  const middle = (x, column) => x(column[AT] + column[LENGTH] / 2);
  const when = column => (column[LENGTH] > 1 ? "seconds " + column[AT] + " to " + (column[AT] + column[LENGTH] - 1) : "second " + column[AT]) + (column[WARMUP] ? ", warm-up" : "");
  const AXIS = "seconds since the first newcomer was due";

  function heat() {
    const many = data.seconds > 1 ? `; columns of ${data.seconds} s, the lines show the worst second of each` : "";
    const figure = new Figure("heat", "Eviction latency over time", 330, (data.heat.length ? "the denser the colour, the more evictions; " : "") + "solid: p50, dashed: p99" + many);
    const bound = range => 10 ** (range / data.ranges), some = data.columns.filter(column => column[EVICTIONS] > 0), lengths = new Map(data.columns.map(column => [column[AT], column[LENGTH]]));
    overTime(figure, (x, ticks) => {
      const values = data.heat.length ? data.heat.flatMap(cell => [bound(cell[1]), bound(cell[1] + 1)]) : some.flatMap(column => [Math.max(1, column[P50]), column[MAX]]);
      const { scale: y, ticks: marks } = log(values.length ? values : [1, 1000], figure.y);
      figure.axes(ticks, marks.map(tick => [y(tick), latency(tick)]), AXIS, "eviction latency");
      const shade = d3.scaleLog([1, Math.max(2, d3.max(data.heat, cell => cell[2]) ?? 2)], [0.12, 0.95]);
      figure.svg.append("g").selectAll("rect").data(data.heat).join("rect").attr("class", "cell").attr("x", cell => x(cell[0])).attr("y", cell => y(bound(cell[1] + 1)))
        .attr("width", cell => x(lengths.get(cell[0])) - x(0)).attr("height", cell => Math.max(1, y(bound(cell[1])) - y(bound(cell[1] + 1)))).attr("fill-opacity", cell => shade(cell[2]));
      for (const [name, i] of [["p50", P50], ["p99", P99]]) {
        // Where nobody was evicted there is no line.
        figure.svg.append("path").attr("class", name).attr("d", d3.line(column => middle(x, column), column => y(Math.max(0.1, column[i]))).defined(column => column[EVICTIONS] > 0)(data.columns));
        figure.svg.append("g").selectAll("circle").data(some.filter(column => !beside(column))).join("circle").attr("class", name).attr("cx", column => middle(x, column)).attr("cy", column => y(Math.max(0.1, column[i]))).attr("r", 2.5);
      }
      figure.svg.attr("aria-label", some.length ? "Eviction latency over " + d3.sum(data.columns, c => c[LENGTH]) + " seconds: p50 from " + latency(d3.min(some, c => c[P50])) + " to " + latency(d3.max(some, c => c[P50])) + ", p99 up to " + latency(d3.max(some, c => c[P99])) : "No eviction in " + d3.sum(data.columns, c => c[LENGTH]) + " seconds");
      figure.guided(data.columns.map(column => middle(x, column)), i => {
        const column = data.columns[i];
        return when(column) + ": " + (column[EVICTIONS] ? count(column[EVICTIONS]) + " evictions, p50 " + latency(column[P50]) + ", p99 " + latency(column[P99]) + ", max " + latency(column[MAX]) : "no eviction");
      });
    }).table(["second", "evictions", "p50", "p99", "max"], data.columns.map(column => [when(column), column[EVICTIONS], ...[P50, P99, MAX].map(i => column[EVICTIONS] ? latency(column[i]) : "–")]));
  }

  /** True if a line leads to it. */
  function beside(column) {
    const i = data.columns.indexOf(column);
    return [i - 1, i + 1].some(at => data.columns[at]?.[EVICTIONS] > 0);
  }

  function rates() {
    const rate = (column, i) => column[i] / column[LENGTH];
    const figure = new Figure("rate", "Newcomers planned and started", 190, "line: planned, bars: started");
    overTime(figure, (x, ticks) => {
      const y = d3.scaleLinear([0, d3.max(data.columns, column => Math.max(rate(column, PLANNED), rate(column, STARTED))) || 1], figure.y).nice(3), last = data.columns.at(-1);
      figure.axes(ticks, y.ticks(3).map(tick => [y(tick), count(tick)]), AXIS, "per second");
      figure.svg.append("g").selectAll("rect").data(data.columns).join("rect").attr("class", "started").attr("x", column => x(column[AT]) + 0.5).attr("width", column => Math.max(1, x(column[LENGTH]) - x(0) - 1))
        .attr("y", column => y(rate(column, STARTED))).attr("height", column => y(0) - y(rate(column, STARTED)));
      figure.svg.append("path").attr("class", "planned").attr("d", d3.line().curve(d3.curveStepAfter)([...data.columns.map(column => [x(column[AT]), y(rate(column, PLANNED))]), [x.range()[1], y(rate(last, PLANNED))]]));
      figure.svg.attr("aria-label", "Newcomers in all: " + count(d3.sum(data.columns, c => c[PLANNED])) + " planned, " + count(d3.sum(data.columns, c => c[STARTED])) + " started");
      figure.guided(data.columns.map(column => middle(x, column)), i => when(data.columns[i]) + ": " + +rate(data.columns[i], PLANNED).toFixed(1) + " per second planned, " + +rate(data.columns[i], STARTED).toFixed(1) + " started");
    }).table(["second", "planned", "started"], data.columns.map(column => [when(column), column[PLANNED], column[STARTED]]));
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
