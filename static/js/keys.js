// Keyboard: "/" finds a pupil, "g" and a letter goes somewhere, "?" lists the keys, Ctrl or Cmd and K opens the palette.
// Each key belongs to a visible link with data-key. Single keys are off where the account says so (WCAG 2.1.4).
(() => {
  "use strict";
  const root = document.documentElement;
  const open = (id) => document.getElementById(id)?.showModal();
  const typing = (target) => target.closest("input, select, textarea, [contenteditable], dialog[open]");
  let before = "";
  let forget = 0;

  const find = () => {
    const box = document.getElementById("find");
    if (box?.checkVisibility()) box.focus();
    else open("palette");
  };
  const follow = (keys) => {
    const link = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
    link?.click();
    return Boolean(link);
  };
  const single = (key) => {
    if (key === "/") return find(), true;
    if (key === "?") return open("keys"), true;
    const keys = before ? `${before} ${key}` : key;
    before = "";
    if (key === "g" && keys === "g") {
      before = "g";
      clearTimeout(forget);
      forget = setTimeout(() => (before = ""), 1500);
      return true;
    }
    return follow(keys);
  };
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === "k") {
      e.preventDefault();
      return open("palette");
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || root.dataset.keys === "off" || typing(e.target)) return;
    if (single(e.key)) e.preventDefault();
  });

  // The palette: typing narrows its pages, arrows walk through what is left.
  const lines = () => [...document.querySelectorAll("#palette a")].filter((link) => link.checkVisibility());
  document.addEventListener("input", (e) => {
    const list = document.getElementById(e.target.dataset?.filter ?? "");
    if (!list) return;
    const words = e.target.value.trim().toLowerCase();
    for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(words);
  });
  document.querySelector("#palette form[data-follow]")?.addEventListener("submit", (e) => {
    e.preventDefault(); // an empty answer stays open: nothing fits
    lines()[0]?.click();
  });
  document.getElementById("palette")?.addEventListener("keydown", (e) => {
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    const found = lines();
    const at = found.indexOf(document.activeElement) + (e.key === "ArrowDown" ? 1 : -1);
    (found[at] ?? document.getElementById("palette-find")).focus();
    e.preventDefault();
  });
})();
