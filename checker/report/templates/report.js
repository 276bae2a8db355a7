"use strict";
(() => {
  const form = document.getElementById("filters");
  const items = Array.from(document.querySelectorAll("details.item"));

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = items.filter((item) => !item.open);
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });

  if (!form) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const findings = items.flatMap((item) =>
    Array.from(item.querySelectorAll("[data-finding]"), (node) => ({
      node,
      item,
      text: plain(`${item.querySelector("summary").textContent} ${node.textContent}`),
      severity: [node.dataset.severity],
      verdict: [node.dataset.verdict],
      check: [node.dataset.check],
      outlet: node.dataset.outlet.split(" "),
    })),
  );
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const reset = form.querySelector("[type=reset]");
  const unfold = document.getElementById("unfold");
  const total = findings.length;
  const named = (number) => `${number.toLocaleString("en")} ${number === 1 ? "finding" : "findings"}`;

  const filter = () => {
    const wanted = new FormData(form);
    const words = plain(wanted.get("text")).split(/\s+/);
    const groups = ["severity", "verdict", "check", "outlet"]
      .map((name) => [name, wanted.getAll(name).filter(Boolean)])
      .filter(([, values]) => values.length);
    let shown = 0;
    for (const one of findings) {
      const fits =
        groups.every(([name, values]) => one[name].some((value) => values.includes(value))) &&
        words.every((word) => one.text.includes(word));
      one.node.hidden = !fits;
      shown += fits;
    }
    for (const item of items) item.hidden = !item.querySelector("[data-finding]:not([hidden])");
    for (const list of document.querySelectorAll("section.list")) {
      list.hidden = !list.querySelector("details.item:not([hidden])");
    }
    none.hidden = shown > 0;
    reset.hidden = !groups.length && !words.some(Boolean);
    count.textContent = shown === total ? named(total) : `${shown.toLocaleString("en")} of ${named(total)}`;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    for (const item of items) item.open = open;
    unfold.setAttribute("aria-pressed", String(open));
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.querySelector("details").open = true;
      form.elements.text.focus();
    }
    if (event.key === "Escape" && event.target === form.elements.text) form.reset();
  });
  const wide = matchMedia("(min-width: 48.01rem)");
  const fold = () => {
    form.querySelector("details").open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
  form.hidden = false;
  filter();
})();
