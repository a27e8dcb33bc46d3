// Questions to a page that is shown; each answers with what it finds wrong. Evaluated before each
// of them, so what is remembered between two lives in window.probes and is kept.
() => {
  if (window.probes) {
    return;
  }
  const USABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  // of these Tab reaches one part, and the arrow keys the others
  const COMPOSITE = "[role=tablist], [role=toolbar], [role=radiogroup], [role=listbox], [role=grid], [role=tree], [role=menu]";
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a-\u202e\u2066-\u2069]/;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const told = (e) => {
    const text = (e.textContent || "").trim().replace(/\s+/g, " ").slice(0, 60);
    return `<${e.localName}${e.id ? " id=" + e.id : ""} class="${e.getAttribute("class") || ""}"> ${text}`;
  };
  const marked = (e) => {
    const style = getComputedStyle(e);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  // one of a group of radio buttons stands for all
  const represented = (e, reached) => {
    if (e.type === "radio") {
      return [...reached].some((r) => r.type === "radio" && r.name === e.name);
    }
    const composite = e.closest(COMPOSITE);
    return composite !== null && [...reached].some((r) => composite.contains(r));
  };
  window.probes = {
    remember() {
      window.probes.candidates = all(USABLE).filter((e) => {
        const natural = e.matches("a[href], button, input, select, textarea, summary");
        return seen(e) && !e.disabled && (natural || e.tabIndex >= 0);
      });
      window.probes.reachedByTab = new Set();
      window.probes.unmarked = new Set();
      if (document.activeElement) {
        document.activeElement.blur();
      }
    },
    reached() {
      const e = document.activeElement;
      if (!e || e === document.body || window.probes.reachedByTab.has(e)) {
        return false;
      }
      window.probes.reachedByTab.add(e);
      if (!marked(e)) {
        window.probes.unmarked.add(e);
      }
      return true;
    },
    unreached() {
      const { candidates, reachedByTab, unmarked } = window.probes;
      const mouseOnly = all("body *").filter(
        (e) => seen(e) && getComputedStyle(e).cursor === "pointer" && !e.closest(USABLE + ", label"));
      return [
        ...candidates
          .filter((e) => !reachedByTab.has(e) && !represented(e, reachedByTab))
          .map((e) => "not reached: " + told(e)),
        ...[...unmarked].map((e) => "focus not shown: " + told(e)),
        ...mouseOnly.map((e) => "for the mouse alone: " + told(e)),
      ];
    },
    tooWide() {
      const width = document.documentElement.clientWidth;
      const page = document.scrollingElement;
      if (page.scrollWidth <= width) {
        return [];
      }
      const clipped = (e) => {
        const around = getComputedStyle(e).position === "absolute" ? e.offsetParent : e.parentElement;
        return around && around !== document.body && around !== document.documentElement
          && (getComputedStyle(around).overflowX !== "visible" || clipped(around));
      };
      const wide = all("body *").filter(
        (e) => seen(e) && e.getBoundingClientRect().right > width + 0.5 && !clipped(e));
      return [`the page is ${page.scrollWidth} px wide in ${width} px`, ...wide.slice(0, 8).map(told)];
    },
    turning() {
      const found = [];
      for (const e of [document.documentElement, document.body]) {
        if (getComputedStyle(e).direction !== "ltr") {
          found.push("the page itself: " + e.localName);
        }
      }
      const keeper = (e) => !e || e === document.body ? null
        : /isolate|plaintext/.test(getComputedStyle(e).unicodeBidi) ? e : keeper(e.parentElement);
      const texts = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (data.trim() && !/^(script|style)$/.test(parentElement.localName)) {
          texts.push({ data, parentElement, keeper: keeper(parentElement) });
        }
      }
      const inside = new Map();
      texts.forEach((t) => inside.set(t.keeper, (inside.get(t.keeper) || 0) + 1));
      texts
        .filter((t) => RIGHT_TO_LEFT.test(t.data) && (t.keeper === null || inside.get(t.keeper) > 1))
        .forEach((t) => found.push(told(t.parentElement)));
      return found;
    },
    foreign() {
      const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.content || "";
      const hashed = (policy.match(/'sha(256|384|512)-/g) || []).length;
      const scripts = [...document.scripts].filter((s) => s.type !== "application/json").length;
      return [
        ...(scripts > hashed ? [`${scripts} scripts, of which the policy names ${hashed}`] : []),
        ...all("img, iframe, object, embed, base, form[action], link, meta[http-equiv=refresh], body style").map(told),
        ...all("*").filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name))).map(told),
        ...all("[href]").filter((e) => !/^(#|https:\/\/)/.test(e.getAttribute("href"))).map(told),
      ];
    },
    foldedCases() {
      return all("details:not([open])").filter((d) => seen(d) && /^[A-Z]\d+\./.test(d.id)).map((d) => d.id);
    },
    isOpen(id) {
      const target = document.getElementById(id);
      const details = target.closest("details");
      return details.open && seen(details.lastElementChild);
    },
  };
}
