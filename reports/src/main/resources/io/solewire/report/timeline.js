// The picture of a case: a lane for each connection, drawn when its case is opened.
// Times in the data are nanoseconds since the first event that is shown.
(() => {
  "use strict";
  const LANE = 46, TOP = 8, AXIS = 42, BAR = 12, TICK = 104;
  // Gaps are drawn as wide as the logarithm of their length, so that a race of microseconds and a
  // wait of seconds are seen side by side.
  const GAP = 20_000;
  const LABELLED = new Set(["admitted", "refused", "close-in", "fin-in", "rst-in", "fault", "published", "tcp-failed", "abandoned"]);
  const SYMBOLS = {
    "tcp-open": d3.symbolSquare2, "request-sent": d3.symbolTriangle, "step-sent": d3.symbolTriangle, upgraded: d3.symbolCircle,
    admitted: d3.symbolCircle, refused: d3.symbolCross, "frame-in": d3.symbolCircle, "frame-out": d3.symbolCircle,
    "probe-sent": d3.symbolDiamond2, "probe-answered": d3.symbolDiamond, "close-in": d3.symbolSquare, "close-out": d3.symbolSquare2,
    "fin-in": d3.symbolWye, "rst-in": d3.symbolCross, "fin-out": d3.symbolWye, "rst-out": d3.symbolCross, fault: d3.symbolStar,
    published: d3.symbolStar, "tcp-failed": d3.symbolCross, abandoned: d3.symbolCross };
  // What the harness does to a connection; what it notes for itself is there for who looks for it.
  const DONE = /^(stop-reading|resume-reading|silence|withhold-close|late-end|late-death|own-close|leaves|flood|full-buffer|crash|shutdown)\b/;
  const noted = mark => mark.kind === "fault" && !DONE.test(mark.words);
  const SIZES = { admitted: 90, "close-in": 80, "rst-in": 100, refused: 100, "frame-in": 16, "frame-out": 16 };
  const CROSSED = new Set(["refused", "rst-in", "rst-out", "tcp-failed", "abandoned"]);

  function duration(ns, precise) {
    const size = Math.abs(ns), [unit, of] = size < 999_950 ? [1e3, "µs"] : size < 999_950_000 ? [1e6, "ms"] : [1e9, "s"];
    const digits = precise === undefined ? (size / unit < 10 ? 2 : size / unit < 100 ? 1 : 0)
      : Math.min(6, Math.max(0, Math.ceil(-Math.log10(precise / unit))));
    return (ns / unit).toFixed(digits) + " " + of;
  }

  /** Evenly in time, or with gaps squeezed; from nanoseconds to 0 … 1. */
  function layout(data, even) {
    if (even || data.to === 0) {
      return d3.scaleLinear().domain([0, Math.max(1, data.to)]).range([0, 1]);
    }
    const times = [...new Set([0, data.to, ...data.lanes.flatMap(lane => lane.marks.map(mark => mark[0]))])].sort(d3.ascending);
    let at = 0;
    const places = times.map((t, i) => at += i === 0 ? 0 : 0.1 + Math.log2(1 + (t - times[i - 1]) / GAP));
    return d3.scaleLinear().domain(times).range(places.map(place => place / at));
  }

  class Timeline {
    constructor(figure) {
      this.figure = figure;
      const carried = JSON.parse(figure.querySelector("script").textContent);
      this.data = carried.timeline;
      this.named = new Set(carried.named);
      this.marks = this.data.lanes.flatMap((lane, row) => lane.marks.map(([t, kind, words, text]) => ({ t, kind, words, text, row, lane })))
        .sort((a, b) => a.t - b.t || a.row - b.row);
      this.origin = this.data.zero; // where the text of the failure counts from
      this.zero = this.origin;
      this.even = false;
      this.buttons();
      this.frame();
      this.list();
      this.resized();
      new ResizeObserver(() => this.resized()).observe(this.plot);
    }

    buttons() {
      const bar = d3.select(this.figure).append("div").attr("class", "tools").attr("role", "group").attr("aria-label", "View");
      const button = (text, label, act) => bar.append("button").attr("type", "button").attr("aria-label", label).attr("title", label).text(text).on("click", act);
      button("−", "Zoom out", () => this.scaleBy(1 / 1.8));
      button("+", "Zoom in", () => this.scaleBy(1.8));
      button("all", "Show the whole time", () => this.show(0, this.data.to));
      button("shaded", "Show the shaded time", () => this.show(this.data.from, this.data.until));
      bar.append("span").attr("class", "scale").text("gaps are squeezed");
      const even = button("even time", "Draw time evenly instead of squeezing gaps", () => {
        this.even = !this.even;
        even.attr("aria-pressed", this.even);
        bar.select(".scale").text(this.even ? "time is even" : "gaps are squeezed");
        this.base = layout(this.data, this.even);
        this.show(0, this.data.to);
      }).attr("aria-pressed", false);
    }

    frame() {
      const grid = d3.select(this.figure).append("div").attr("class", "lanes").style("--lane", LANE + "px").style("--top", TOP + "px");
      const names = grid.append("ol").attr("class", "names");
      names.selectAll("li").data(this.data.lanes).join("li").attr("class", lane => lane.end.toLowerCase()).classed("named", lane => this.named.has(lane.name)).each(function (lane) {
        d3.select(this).append("b").text(lane.name);
        if (lane.note) d3.select(this).append("bdi").attr("class", "note").text(lane.note);
        d3.select(this).append("bdi").attr("class", "end").attr("title", lane.words).text(lane.words);
      });
      this.plot = grid.append("div").attr("class", "plot").node();
      this.height = TOP + this.data.lanes.length * LANE + AXIS;
      this.svg = d3.select(this.plot).append("svg").attr("height", this.height).attr("role", "group")
        .attr("aria-label", "Timeline of " + this.data.user + ": " + this.marks.length + " events on " + this.data.lanes.length + " lanes");
      this.layers = ["bad", "grid", "bars", "gaps", "texts", "marks"].map(name => this.svg.append("g").attr("class", name))
        .reduce((all, g) => ({ ...all, [g.attr("class")]: g }), {});
      this.said = d3.select(this.figure).append("p").attr("class", "said");
      this.hint();
      this.zoom = d3.zoom().scaleExtent([1, 1e6]).filter(e => e.type !== "wheel" ? !e.button : e.ctrlKey || e.metaKey)
        .on("zoom", e => { this.view = e.transform; this.draw(); });
      this.base = layout(this.data, this.even);
      this.view = d3.zoomIdentity;
      this.svg.call(this.zoom).on("dblclick.zoom", null).on("keydown", e => this.key(e));
    }

    hint() {
      this.said.text("Point at a mark, or step through them with ← and →, between lanes with ↑ and ↓; Enter measures from it; + − zoom, 0 shows all.");
    }

    list() {
      const details = d3.select(this.figure).append("details").attr("class", "data");
      details.append("summary").text("These events as a list");
      details.on("toggle", () => {
        if (!details.select("table").empty()) return;
        const table = details.append("div").attr("class", "wide").attr("tabindex", 0).attr("role", "region").attr("aria-label", "Events of " + this.data.user)
          .append("table").attr("class", "numbers");
        table.append("thead").append("tr").selectAll("th").data(["time", "connection", "event", "carried", "shaded"]).join("th").attr("scope", "col").text(d => d);
        const rows = table.append("tbody").selectAll("tr").data(this.marks).join("tr");
        rows.append("th").attr("scope", "row").text(mark => this.stamp(mark.t - this.origin));
        rows.append("td").attr("class", "words").text(mark => mark.lane.name);
        rows.append("td").attr("class", "words").append("bdi").text(mark => mark.words);
        rows.append("td").attr("class", "words").append("bdi").text(mark => mark.text);
        rows.append("td").attr("class", "words").text(mark => mark.t >= this.data.from && mark.t <= this.data.until ? "yes" : "");
      });
    }

    /** As the text of a failure writes it, but finer. */
    stamp(ns) { return "t" + (ns < 0 ? "−" : "+") + (Math.abs(ns) / 1e6).toFixed(3) + " ms"; }

    resized() {
      const width = Math.max(120, this.plot.clientWidth);
      if (width === this.width) return;
      this.width = width;
      this.svg.attr("width", width);
      const inner = [[0, 0], [width, this.height]];
      this.zoom.extent(inner).translateExtent(inner);
      this.draw();
    }

    x(t) {
      const margin = 14;
      return this.view.applyX(margin + this.base(t) * (this.width - 2 * margin));
    }

    time(x) {
      const margin = 14;
      return this.base.invert(Math.max(0, Math.min(1, (this.view.invertX(x) - margin) / (this.width - 2 * margin))));
    }

    scaleBy(by) { this.svg.call(this.zoom.scaleBy, by); }

    show(from, until) {
      const view = this.view;
      this.view = d3.zoomIdentity;
      const left = this.x(from) - 14, right = this.x(until) + 14;
      this.view = view;
      const k = Math.min(1e6, this.width / Math.max(1e-3, right - left));
      this.svg.call(this.zoom.transform, d3.zoomIdentity.scale(k).translate(-left, 0));
    }

    draw() {
      const { bad, bars } = this.layers, y = row => TOP + row * LANE + LANE - BAR / 2 - 8;
      bad.selectAll("rect").data([0]).join("rect").attr("x", this.x(this.data.from)).attr("y", 0)
        .attr("width", Math.max(3, this.x(this.data.until) - this.x(this.data.from))).attr("height", this.height - AXIS);
      const spans = this.data.lanes.flatMap((lane, row) => lane.spans.map(([phase, from, to]) => ({ phase, from, to, row })));
      bars.selectAll("rect").data(spans).join("rect").attr("class", d => d.phase.toLowerCase()).attr("x", d => this.x(d.from)).attr("y", d => y(d.row) - BAR / 2)
        .attr("width", d => Math.max(1, this.x(d.to) - this.x(d.from))).attr("height", BAR);
      this.drawGrid(y);
      this.drawMarks(y);
    }

    drawGrid() {
      const { grid, gaps } = this.layers, places = d3.range(TICK / 2, this.width - TICK / 3, TICK), bottom = this.height - AXIS;
      const times = places.map(place => {
        const near = d3.least(this.marks.filter(mark => Math.abs(this.x(mark.t) - place) < TICK / 2 - 8), mark => Math.abs(this.x(mark.t) - place));
        return near ? near.t : this.time(place);
      });
      const ticks = times.map((t, i) => ({ t, x: this.x(t), step: Math.min(t - (times[i - 1] ?? -Infinity), (times[i + 1] ?? Infinity) - t) }))
        .filter((tick, i, all) => i === 0 || tick.x - all[i - 1].x > TICK * 0.6);
      grid.selectAll("line").data([...ticks, null]).join("line").attr("class", d => d ? "down" : "axis")
        .attr("x1", d => d ? d.x : 0).attr("x2", d => d ? d.x : this.width).attr("y1", d => d ? 0 : bottom).attr("y2", d => d ? bottom + 4 : bottom);
      grid.selectAll("text").data(ticks).join("text").attr("x", d => d.x).attr("y", bottom + 18).attr("text-anchor", "middle")
        .text(d => duration(d.t - this.zero, Math.max(10, Math.min(Math.abs(d.t - this.zero) || 1e6, d.step) / 4)));
      const long = d3.pairs([...new Set([...this.marks.map(mark => mark.t), this.data.to])]).filter(([a, b]) => b - a > 2e7 && this.x(b) - this.x(a) > 18);
      gaps.selectAll("text").data(this.even ? [] : long).join("text").attr("x", ([a, b]) => (this.x(a) + this.x(b)) / 2).attr("y", bottom + 35)
        .attr("text-anchor", "middle").text(([a, b]) => this.x(b) - this.x(a) > 76 ? "⋯ " + duration(b - a) + " ⋯" : this.x(b) - this.x(a) > 50 ? duration(b - a) : "⋯")
        .selectAll("title").data(gap => [gap]).join("title").text(([a, b]) => "nothing for " + duration(b - a));
    }

    drawMarks(y) {
      const timeline = this;
      this.layers.marks.selectAll("path").data(this.marks).join(enter => enter.append("path").attr("role", "button").attr("tabindex", (d, i) => i === 0 ? 0 : -1)
        .attr("class", d => d.kind).attr("d", d => d3.symbol(SYMBOLS[d.kind] ?? d3.symbolCircle, noted(d) ? 24 : SIZES[d.kind] ?? 46)())
        .attr("aria-label", d => timeline.telling(d))
        .on("mouseenter", (e, d) => timeline.say(d)).on("focus", (e, d) => { timeline.reveal(d); timeline.say(d); }).on("click", (e, d) => timeline.measure(d)))
        .attr("transform", d => `translate(${this.x(d.t)},${y(d.row)})${CROSSED.has(d.kind) ? " rotate(45)" : ""}`);
      const ends = [];
      const labels = this.marks.filter(d => LABELLED.has(d.kind) && !noted(d) || d.words.includes("which means")).filter(d => {
        const long = 12 + Math.min(26, d.words.length) * 6.6, x = this.x(d.t);
        const at = Math.max(2, Math.min(x - 6, this.width - long)), free = at >= (ends[d.row] ?? 0) && x > -6 && x < this.width + 6;
        if (free) ends[d.row] = at + long;
        d.at = at;
        return free;
      });
      this.layers.texts.selectAll("text").data(labels).join("text").attr("class", d => d.kind).attr("x", d => d.at).attr("y", d => y(d.row) - 12)
        .text(d => d.words.length > 26 ? d.words.slice(0, 25) + "…" : d.words);
    }

    telling(mark) { return this.when(mark) + "  " + mark.lane.name + "  " + this.what(mark); }

    what(mark) { return mark.words + (mark.text ? " “" + mark.text + "”" : ""); }

    when(mark) {
      const shift = mark.t - this.zero;
      return (this.zero === this.origin ? "t" : "") + (shift < 0 ? "−" : "+") + duration(Math.abs(shift), Math.max(10, Math.abs(shift) / 1e4));
    }

    say(mark) {
      this.said.text(this.when(mark) + "  " + mark.lane.name + "  ").classed("event", true).append("bdi").text(this.what(mark));
    }

    measure(mark) {
      this.zero = this.zero === mark.t ? this.origin : mark.t;
      this.layers.marks.selectAll("path").attr("aria-label", d => this.telling(d)).classed("zero", d => this.zero !== this.origin && d === mark);
      this.draw();
      this.say(mark);
    }

    /** What has the focus is never outside of the drawing. */
    reveal(mark) {
      const x = this.x(mark.t);
      if (x < 8 || x > this.width - 8) this.svg.call(this.zoom.translateBy, (this.width / 2 - x) / this.view.k, 0);
    }

    focus(mark) {
      this.layers.marks.selectAll("path").attr("tabindex", d => d === mark ? 0 : -1).filter(d => d === mark).node().focus({ preventScroll: true });
    }

    key(e) {
      const now = e.target.__data__, i = this.marks.indexOf(now);
      const beside = by => {
        const others = this.marks.filter(mark => mark.row === now.row + by);
        return others.length ? d3.least(others, mark => Math.abs(mark.t - now.t)) : undefined;
      };
      const moves = { ArrowRight: () => this.marks[i + 1], ArrowLeft: () => this.marks[i - 1], ArrowDown: () => beside(1), ArrowUp: () => beside(-1),
        Home: () => this.marks[0], End: () => this.marks.at(-1) };
      const acts = { "+": () => this.scaleBy(1.8), "=": () => this.scaleBy(1.8), "-": () => this.scaleBy(1 / 1.8), 0: () => this.show(0, this.data.to),
        Enter: () => now && this.measure(now), " ": () => now && this.measure(now) };
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      if (i >= 0 && moves[e.key]) {
        e.preventDefault();
        const next = moves[e.key]();
        if (next) this.focus(next);
      } else if (acts[e.key]) {
        e.preventDefault();
        acts[e.key]();
      }
    }
  }

  function drawn(root) {
    for (const figure of root.querySelectorAll("figure.timeline:not([data-drawn])")) {
      figure.dataset.drawn = "";
      if (figure.querySelector("script")) new Timeline(figure);
    }
  }

  for (const details of document.querySelectorAll("details.case")) {
    details.addEventListener("toggle", () => details.open && drawn(details));
    if (details.open) drawn(details);
  }
  window.addEventListener("beforeprint", () => document.querySelectorAll("details.case[open]").forEach(drawn));
})();
