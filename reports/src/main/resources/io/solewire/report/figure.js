// A drawing of a load: axes, a line that reads numbers out, and a table of them.
(() => {
  "use strict";
  const host = document.querySelector("div.figures");
  const MARGIN = { top: 26, right: 34, bottom: 44, left: 66 };

  /** A drawing that is as wide as the page, a line that reads its numbers out, and a table of them. */
  class Figure {
    constructor(name, title, height, note) {
      this.node = d3.select(host).append("figure").attr("class", "chart " + name);
      this.node.append("figcaption").text(title).append("span").attr("class", "aside").text(note ?? "");
      this.before = this.node.append("div").attr("class", "series");
      this.title = title;
      this.height = height;
      this.drawing = this.node.append("div").attr("class", "drawing");
      this.svg = this.drawing.append("svg").attr("height", height).attr("role", "img").attr("tabindex", 0);
      this.read = this.drawing.append("p").attr("class", "read").attr("aria-live", "polite");
    }

    start(draw) {
      this.redraw = () => {
        const width = this.drawing.node().clientWidth;
        if (!width) return;
        this.width = width;
        this.svg.attr("width", width).selectAll("*").remove();
        draw(this);
      };
      new ResizeObserver(() => this.drawing.node().clientWidth !== this.width && this.redraw()).observe(this.drawing.node());
      this.redraw();
      return this;
    }

    get x() { return [MARGIN.left, this.width - MARGIN.right]; }
    get y() { return [this.height - MARGIN.bottom, MARGIN.top]; }

    axes(x, y, xTitle, yTitle) {
      const [left, right] = this.x, [bottom, top] = this.y, g = this.svg.append("g");
      for (const [at, text] of y) {
        g.append("line").attr("x1", left).attr("x2", right).attr("y1", at).attr("y2", at);
        g.append("text").attr("x", left - 8).attr("y", at + 4).attr("text-anchor", "end").text(text);
      }
      for (const [at, text] of x) {
        g.append("line").attr("x1", at).attr("x2", at).attr("y1", top).attr("y2", bottom + 5);
        g.append("text").attr("x", at).attr("y", bottom + 19).attr("text-anchor", "middle").text(text);
      }
      g.append("line").attr("class", "axis").attr("x1", left).attr("x2", right).attr("y1", bottom).attr("y2", bottom);
      g.append("text").attr("x", left).attr("y", top - 11).text(yTitle);
      g.append("text").attr("x", (left + right) / 2).attr("y", bottom + 38).attr("text-anchor", "middle").text(xTitle);
    }

    /** Reads out what is nearest to the pointer, or the next one with the arrow keys. */
    guided(places, words) {
      const line = this.svg.append("line").attr("class", "guide").attr("y1", this.y[1]).attr("y2", this.y[0]).attr("visibility", "hidden");
      let at = -1;
      const show = i => {
        at = Math.max(0, Math.min(places.length - 1, i));
        line.attr("x1", places[at]).attr("x2", places[at]).attr("visibility", null);
        this.read.text(words(at));
      };
      this.svg.on("pointermove", e => show(d3.leastIndex(places, place => Math.abs(place - d3.pointer(e)[0]))))
        .on("pointerleave", () => line.attr("visibility", "hidden"))
        .on("keydown", e => {
          const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[e.key];
          if (step) { e.preventDefault(); show(Number.isFinite(step) ? at + step : step < 0 ? 0 : places.length - 1); }
        });
    }

    table(heads, rows) {
      const details = this.node.append("details").attr("class", "data");
      details.append("summary").text("The numbers of this drawing");
      details.on("toggle", () => {
        if (!details.select("table").empty()) return;
        const table = details.append("div").attr("class", "wide").attr("tabindex", 0).attr("role", "region").attr("aria-label", this.title + ": numbers").append("table").attr("class", "numbers");
        table.append("thead").append("tr").selectAll("th").data(heads).join("th").attr("scope", "col").text(d => d);
        table.append("tbody").selectAll("tr").data(rows).join("tr").selectAll("*").data(row => row)
          .join(enter => enter.append((d, i) => document.createElement(i ? "td" : "th"))).attr("scope", (d, i) => i ? null : "row").text(d => d);
      });
      return this;
    }
  }

  globalThis.solewire = { ...globalThis.solewire, Figure };
})();
