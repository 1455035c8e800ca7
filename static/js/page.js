// What pages do beyond links and forms. Everything here is a convenience: without it every task still finishes.
// Nothing is kept in the browser; no markup is built from text.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (event, selector, act) =>
    document.addEventListener(event, (e) => {
      const found = e.target.closest?.(selector);
      if (found) act(found, e);
    });

  // htmx puts fragments of our own server into the page: the one place that may turn text into markup.
  const policy = window.trustedTypes?.createPolicy("senco", { createHTML: (text) => text });
  window.htmx?.registerExtension("own-html", { init: (api) => policy && api.initSecurity(policy) });

  // Messages that arise in the browser go where the server's go.
  const say = (words) => {
    const region = document.getElementById("messages");
    if (!region || !words) return;
    const toast = document.createElement("div");
    const text = document.createElement("p");
    toast.className = "toast info";
    text.textContent = words;
    toast.append(text);
    region.replaceChildren(toast);
  };
  const failed = () => say(document.getElementById("messages")?.dataset.failed);
  document.addEventListener("htmx:response:error", (e) => e.detail.ctx.response.status !== 422 && failed());
  document.addEventListener("htmx:error", failed);

  // Drafts: kept on the server 1.5 s after typing stops, and at once when the page is left.
  const drafts = new Map();
  const keep = async (form) => {
    clearTimeout(drafts.get(form));
    drafts.delete(form);
    const words = all("[data-saved]", form)[0];
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    data.set("draft_key", form.dataset.draftKey);
    try {
      const answer = await fetch(form.dataset.draftUrl, { method: "POST", body: data, keepalive: true, redirect: "manual" });
      if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) {
        if (words) words.textContent = words.dataset.signedOut; // nobody is signed in any more
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      if (words) words.textContent = `${words.dataset.words} ${time.format(new Date())}`;
      form.dispatchEvent(new CustomEvent("draft-kept", { bubbles: true }));
    } catch {
      if (words) words.textContent = words.dataset.failed;
    }
  };
  on("input", "form[data-draft-url]", (form) => {
    clearTimeout(drafts.get(form));
    drafts.set(form, setTimeout(keep, 1500, form));
  });
  on("submit", "form[data-draft-url]", (form) => {
    clearTimeout(drafts.get(form));
    drafts.delete(form);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") [...drafts.keys()].forEach(keep);
  });

  // Undo: counts down, and waits while somebody reads or reaches for it.
  const count = (form) => {
    let left = Number(form.dataset.undo);
    const toast = form.closest(".toast");
    const show = all("[data-seconds]", form)[0];
    form.removeAttribute("data-undo");
    const timer = setInterval(() => {
      if (!form.isConnected) return clearInterval(timer);
      if (toast.matches(":hover, :focus-within")) return;
      show.textContent = `(${--left})`;
      if (left <= 0) form.remove(), clearInterval(timer);
    }, 1000);
  };

  // Ticking rows: the box in the header ticks this page; the bar at the foot says how many.
  // The boxes belong to their form by its id, so that a cell of the same table can hold a form of its own.
  const boxes = (form) => [...form.elements].filter((box) => box.name === "selected");
  const tell = (form) => {
    const ticked = boxes(form).filter((box) => box.checked).length;
    const head = [...form.elements].find((box) => box.matches("[data-tick-all]"));
    const words = all("[data-bulk-count]", form)[0];
    if (head) {
      head.checked = ticked > 0 && ticked === boxes(form).length;
      head.indeterminate = ticked > 0 && !head.checked;
    }
    if (words) words.textContent = ticked ? words.dataset.some.replace("{n}", ticked) : words.dataset.none;
  };
  on("change", "[data-tick-all]", (head) => {
    boxes(head.form).forEach((box) => (box.checked = head.checked));
    tell(head.form);
  });
  on("change", '[name="selected"]', (box) => box.form && tell(box.form));

  // Editing in a cell: Enter saves, Escape goes back.
  on("keydown", "form[data-inline]", (form, e) => {
    if (e.key === "Escape") all("[data-cancel]", form)[0]?.click();
    else if (e.key === "Enter" && e.target.matches("select")) form.requestSubmit();
    else return;
    e.preventDefault();
  });

  // Saved or left, the box is gone and the focus with it: the keyboard goes on from the cell it was in.
  document.addEventListener("htmx:after:settle", (e) => {
    const cell = e.target.closest?.("td");
    if (cell && document.activeElement === document.body) all(".edit", cell)[0]?.focus();
  });

  // Copying: a table as tab-separated text for a spreadsheet, or the address of this view with its filters.
  const cells = (row) => [...row.cells].filter((cell) => !cell.matches(".tick")).map((cell) => cell.innerText.replace(/\s+/g, " ").trim());
  const copy = async (button, text) => {
    await navigator.clipboard.writeText(text);
    say(button.dataset.copied);
  };
  on("click", "[data-copy-table]", (button) => {
    const table = document.getElementById(button.dataset.copyTable);
    copy(button, [...table.rows].map((row) => cells(row).join("\t")).join("\n"));
  });
  on("click", "[data-copy-link]", (button) => copy(button, location.href));
  on("click", "[data-print]", () => print());
  on("click", "[data-dialog]", (button) => document.getElementById(button.dataset.dialog).showModal());

  // Text boxes grow with their text where the browser does not do it by itself.
  if (!CSS.supports("field-sizing", "content"))
    on("input", "textarea", (box) => {
      box.rows = Math.max(box.rows, Math.min(30, box.value.split("\n").length + 1));
    });

  // Whatever was drawn, by the server or by a swap, gets its extras.
  const dress = (root) => {
    all("form[data-undo]", root).forEach(count);
    all("[data-copy-table], [data-copy-link], [data-print], [data-tick-all], [data-dialog]", root).forEach((e) => (e.hidden = false));
    if (root !== document) all("[autofocus]", root)[0]?.focus();
  };
  document.addEventListener("DOMContentLoaded", () => dress(document));
  document.addEventListener("htmx:after:process", (e) => e.target instanceof Element && dress(e.target));
})();
