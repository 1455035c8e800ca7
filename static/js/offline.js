// Registers of sessions that are saved without a network. They wait on this device, encrypted, and are sent as soon as there is one.
// The key is the server's: it comes with the page, is held in memory and never stored, so what waits here opens for nobody who is not
// signed in as its writer. Once everything is sent, nothing is left: the whole store is deleted. Without this file a register needs a network.
(() => {
  "use strict";
  const NAME = "registers";
  const LONGEST = 14 * 24 * 60 * 60 * 1000; // what nobody came back for is deleted
  const AGAIN = 30_000;
  const shelf = document.querySelector("[data-offline-key]");
  if (!shelf || !window.indexedDB || !window.crypto?.subtle) return;
  const owner = shelf.dataset.offlineOwner;

  // Store ------------------------------------------------------------------------------------------------------------------------
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = () => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME, { keyPath: "id", autoIncrement: true });
    return done(request);
  };
  const store = async (mode, act) => {
    const database = await open();
    try {
      return await done(act(database.transaction(NAME, mode).objectStore(NAME)));
    } finally {
      database.close();
    }
  };
  const everything = () => store("readonly", (rows) => rows.getAll());
  const remove = (id) => store("readwrite", (rows) => rows.delete(id));
  const clear = async () => {
    if (!(await everything()).length) await done(indexedDB.deleteDatabase(NAME));
  };
  const anything = async () => !indexedDB.databases || (await indexedDB.databases()).some((each) => each.name === NAME);

  // Lock -------------------------------------------------------------------------------------------------------------------------
  const raw = Uint8Array.from(atob(shelf.dataset.offlineKey), (letter) => letter.charCodeAt(0));
  shelf.removeAttribute("data-offline-key");
  const key = crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const lock = async (what) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify(what));
    return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, words) };
  };
  const unlock = async ({ iv, sealed }) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, sealed)));

  // What waits -------------------------------------------------------------------------------------------------------------------
  const waiting = async () => {
    if (!(await anything())) return [];
    const found = [];
    for (const row of await everything()) {
      if (Date.now() - row.at > LONGEST) await remove(row.id);
      else if (row.owner === owner)
        try {
          found.push({ id: row.id, ...(await unlock(row)) });
        } catch {
          // The server's secret has changed. It waits for its end with the others: another page may still bring the old key.
        }
    }
    await clear();
    return found;
  };
  const tell = (entries, words) => {
    shelf.hidden = !entries.length && !words;
    const head = document.createElement("p");
    head.textContent = words || shelf.dataset.words;
    const list = document.createElement("ul");
    for (const entry of entries) {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = entry.url;
      link.textContent = entry.label;
      line.append(link);
      list.append(line);
    }
    shelf.replaceChildren(head, ...(entries.length ? [list] : []));
  };
  const keep = async (form) => {
    const url = location.pathname + location.search;
    for (const before of await waiting()) if (before.url === url) await remove(before.id);
    const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    const what = { url, label: form.dataset.offlineLabel, draft: form.dataset.draftKey, fields };
    const locked = await lock(what);
    await store("readwrite", (rows) => rows.add({ owner, at: Date.now(), ...locked }));
    tell(await waiting());
    shelf.scrollIntoView({ block: "center" });
    shelf.focus();
  };

  // Sending ----------------------------------------------------------------------------------------------------------------------
  const headers = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") || "{}");
  const post = (url, fields, more = {}) =>
    fetch(url, { method: "POST", body: new URLSearchParams(fields), headers: { ...headers(), ...more } });
  const asDraft = async (entry) => {
    const fields = [...entry.fields, ["draft_key", entry.draft]];
    return (await post(shelf.dataset.draftUrl, fields, { "HX-Current-URL": new URL(entry.url, location.href).href })).ok;
  };
  // True: sent. False: refused, and kept on the server as a draft. Throws where there is no network or nobody is signed in.
  const send = async (entry) => {
    const answer = await post(entry.url, entry.fields);
    if (new URL(answer.url).pathname.startsWith("/accounts/") || answer.status >= 500) throw new Error("later");
    if (!answer.ok && !(await asDraft(entry))) throw new Error("later");
    await remove(entry.id);
    return answer.ok;
  };
  let busy = false;
  const sendAll = async () => {
    if (busy || !navigator.onLine) return;
    busy = true;
    const refused = [];
    try {
      const entries = await waiting();
      for (const entry of entries) if (!(await send(entry))) refused.push(entry);
      if (!entries.length) return;
      await clear(); // before it is said that nothing is left
      tell(refused, refused.length ? shelf.dataset.refused : shelf.dataset.sent);
    } catch {
      tell(await waiting());
    } finally {
      busy = false;
    }
  };

  document.addEventListener("submit", async (e) => {
    const form = e.target;
    if (!form.matches("form[data-offline-label]") || e.submitter?.hasAttribute("formaction")) return;
    e.preventDefault();
    try {
      const answer = await fetch(location.href, { method: "POST", body: new FormData(form), redirect: "manual" });
      if (answer.type === "opaqueredirect") location.assign(form.dataset.offlineNext);
      else HTMLFormElement.prototype.submit.call(form); // the server has something to say: let it draw the page
    } catch {
      await keep(form).catch(() => tell([], shelf.dataset.failed)); // what was typed stays in the form
    }
  });
  window.addEventListener("online", sendAll);
  setInterval(async () => shelf.hidden || (await sendAll()), AGAIN);
  waiting().then((entries) => entries.length && (tell(entries), sendAll()));
})();
