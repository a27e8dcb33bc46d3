// Filters, links into folded cases, and the button that copies a command.
(() => {
  "use strict";
  const all = selector => [...document.querySelectorAll(selector)];
  const standing = element => element.classList[1];

  function follow() {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // not an address of ours
    }
    if (!target) return;
    target.hidden = false;
    for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
    target.scrollIntoView();
    if (target.matches("details")) target.querySelector("summary").focus({ preventScroll: true });
  }

  /** What of it can be read, and not what is carried for drawings. */
  function read(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("script, svg, .tools, .names, .said, noscript").forEach(part => part.remove());
    return copy.textContent.toLowerCase();
  }

  function filters(form) {
    const cases = all("details.case[id]"), rules = all("tr.rule"), text = form.elements.text, boxes = [...form.querySelectorAll("[name=standing]")];
    const words = new Map([...cases, ...rules].map(element => [element, read(element)]));
    const apply = () => {
      const wanted = new Set(boxes.filter(box => box.checked).map(box => box.value)), parts = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      const matches = element => parts.every(part => words.get(element).includes(part));
      let shown = 0;
      for (const element of cases) {
        element.hidden = !(wanted.has(standing(element)) && matches(element));
        shown += !element.hidden;
      }
      const visible = new Set(cases.filter(element => !element.hidden).map(element => "#" + element.id));
      for (const row of rules) {
        const dots = [...row.querySelectorAll("a.dot")];
        row.hidden = dots.length ? !dots.some(dot => visible.has(dot.hash) || wanted.has(standing(dot)) && matches(row)) : !matches(row);
      }
      for (const group of all("table.rules tbody")) group.hidden = ![...group.querySelectorAll("tr.rule")].some(row => !row.hidden);
      form.querySelector("output").textContent = shown === cases.length ? "" : shown + " of " + cases.length + " cases";
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", event => event.preventDefault());
    form.elements.open.addEventListener("click", () => cases.filter(element => !element.hidden).forEach(element => element.open = true));
    form.elements.close.addEventListener("click", () => cases.forEach(element => element.open = false));
    form.hidden = false;
  }

  function copies(button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.previousElementSibling.textContent);
      button.textContent = "copied";
      setTimeout(() => button.textContent = "copy", 1500);
    });
  }

  /** What is folded within a case that is open is unfolded on paper. */
  function prints() {
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = all("details.case[open] details.told:not([open])");
      opened.forEach(details => details.open = true);
    });
    window.addEventListener("afterprint", () => opened.forEach(details => details.open = false));
  }

  prints();
  all("form.filter").forEach(filters);
  all("button.copy").forEach(copies);
  window.addEventListener("hashchange", follow);
  follow();
})();
