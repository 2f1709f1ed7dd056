/**
 * The search dialog: any `[data-cjm-search]` opens it, and so do `/` and Ctrl-K (⌘K).
 *
 * This file and page.js belong on a page. At the first opening it adds the others and `search-data.js` as script tags
 * from its own folder, so it works from file:// as from http, asks no other host and uses no fetch. Addresses in the data
 * count from the site's root, two folders above this file; `data-root` on the script tag names another one.
 *
 * The open dialog is a step of the tab's history, its query stands in the address as `?q=`: Back closes it, Back from a
 * result brings the query again, and an address with a query can be sent to somebody.
 */
(function () {
  "use strict";

  /** @typedef {{ query: string, day: string, times: number, words: string[], nothing: boolean }} Missed */

  if (window.__cjmSearch) return;
  window.__cjmSearch = true;

  const tag = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = new URL(tag.src);
  const site = new URL(tag.dataset.root || "../../", tag.dataset.root ? document.baseURI : own);
  const SCRIPTS = ["stem.js", "words.js", "reading.js", "engine.js", "answers.js"];
  const DATA = "search-data.js";
  const SECTIONS_SHOWN = 8;
  const BIT = 8; // milliseconds: half of what a screen leaves between two pictures

  const { say, element } = cjm;
  const BACK = "M20 11v2H8l5.5 5.5-1.42 1.42L4.16 12l7.92-7.92L13.5 5.5 8 11z";
  const CROSS = "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z";

  /** @type {ReturnType<typeof make> | null} */
  let box = null; // the elements of the dialog, made when it is first asked for
  /** @type {Promise<void> | null} */
  let loading = null;
  /** @type {Engine | null} */
  let engine = null;
  let active = -1;
  let entered = false; // Enter came before the index was there: its first answer is opened as soon as there is one

  let leaving = false; // for a place of this page: the address still has the query

  // ---- the dialog ----

  function parts() {
    return box || (box = make());
  }

  function make() {
    const input = element("input", {
      type: "text", class: "cjm-search__input", role: "combobox", "aria-label": say("search"), "aria-autocomplete": "list",
      "aria-controls": "cjm-search-list", "aria-expanded": "false", placeholder: say("search_ask"), autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "go", maxlength: "200",
    });
    const back = element("button", { type: "button", class: "cjm-search__button", "aria-label": say("search_close") }, [cjm.icon(BACK)]);
    const clear = element("button", { type: "button", class: "cjm-search__button", "aria-label": say("search_clear"), hidden: "" }, [cjm.icon(CROSS)]);
    const status = element("p", { class: "cjm-search__status", role: "status" });
    const list = element("div", { id: "cjm-search-list", role: "listbox", "aria-label": say("search_results") });
    const after = element("p", { class: "cjm-search__after" });
    const bar = element("div", { class: "cjm-search__bar" }, [back, input, clear]);
    const body = element("div", { class: "cjm-search__body" }, [status, list, after]);
    const frame = element("div", { class: "cjm-search__box" }, [bar, body]);
    const dialog = element("dialog", { class: "cjm-search", "aria-label": say("search") }, [frame]);

    back.addEventListener("click", close);
    clear.addEventListener("click", () => ask(""));
    input.addEventListener("input", () => {
      entered = false;
      answer();
    });
    input.addEventListener("keydown", onKey);
    dialog.addEventListener("click", (event) => {
      // A click beside the box closes it. A link to another page leaves the dialog as it is, for whoever comes back.
      const link = /** @type {HTMLAnchorElement | null} */ (cjm.within(event, "a"));
      if (link && link.closest(".cjm-search__hit")) {
        remember(true);
        takeAlong(link);
      }
      if (event.target === dialog) close();
      else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && isHere(link)) goTo(link, event);
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    // A phone's Back may close it without asking.
    dialog.addEventListener("close", () => {
      remember(false);
      if (history.state && history.state.cjmSearch) history.back();
    });
    document.body.append(dialog);
    return { dialog, input, clear, status, list, after, body };
  }

  function open() {
    if (!show()) return;
    step("pushState", { cjmSearch: true }, parts().input.value.trim());
    if (engine) answer(); // read before it was opened
  }

  // Whether it was closed before.
  /** @type {() => boolean} */
  function show() {
    const closed = !parts().dialog.open;
    if (closed) parts().dialog.showModal();
    parts().input.focus();
    parts().input.select();
    if (!engine) parts().status.textContent = say("search_loading");
    load();
    return closed;
  }

  /** @type {(link: HTMLAnchorElement) => boolean} */
  function isHere(link) {
    return link.hash !== "" && link.origin === location.origin && link.pathname === location.pathname;
  }

  // A place of this very page: the search stays behind it in the history, and the address loses the query.
  /** @type {(link: HTMLAnchorElement, event: Event) => void} */
  function goTo(link, event) {
    event.preventDefault();
    parts().dialog.close();
    leaving = true;
    location.hash = link.hash;
    leaving = false;
    step("replaceState", null, "");
    markHere();
  }

  /** @type {(query: string) => void} */
  function ask(query) {
    parts().input.value = query;
    parts().input.focus();
    answer();
  }

  // ---- the history of the tab ----

  // One step of it, or the present one changed; the query stands in its address.
  /** @type {(how: "pushState" | "replaceState", state: unknown, query: string) => void} */
  function step(how, state, query) {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    try {
      history[how](state, "", address);
    } catch {
      if (how === "pushState") history.pushState(state, ""); // some browsers let a page from the disk keep no other address
    }
  }

  // The step back is taken where opening it was one; whoever came by an address with a query has no page behind it.
  function close() {
    if (history.state && history.state.cjmSearch) history.back();
    else {
      parts().dialog.close();
      step("replaceState", null, "");
    }
  }

  function asInHistory() {
    if (leaving) return;
    const query = new URL(location.href).searchParams.get("q") || "";
    if (query || (history.state && history.state.cjmSearch)) {
      show();
      if (parts().input.value.trim() !== query) parts().input.value = query;
      answer();
    } else if (box && box.dialog.open) box.dialog.close();
  }

  addEventListener("popstate", asInHistory);

  // ---- loading ----

  /** @type {(name: string) => Promise<unknown>} */
  function add(name) {
    return new Promise((resolve, reject) => {
      const script = element("script", { src: new URL(name + own.search, own).href });
      script.async = false; // all at once, run in this order
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        script.remove();
        reject(new Error(name));
      });
      document.head.append(script);
    });
  }

  // Fetched and read bit by bit, so that what is typed meanwhile appears at once.
  function load() {
    if (engine || loading) return;
    const missing = (window.CJMSearch ? [] : SCRIPTS).concat(window.__cjmIndex ? [] : [DATA]);
    loading = Promise.all(missing.map(add)).then(() => prepared(window.CJMSearch.begin(window.__cjmIndex)));
    loading.then(() => {
      if (box && box.dialog.open) answer();
    }).catch(() => {
      loading = null; // the next opening tries again
      if (box) box.status.textContent = say("search_failed");
    });
  }

  /** @type {(work: Work) => Promise<void>} */
  function prepared(work) {
    return new Promise((resolve, reject) => {
      const go = () => {
        try {
          engine = work.more(BIT);
        } catch (error) {
          reject(error);
        }
        if (engine) resolve();
        else setTimeout(go);
      };
      go();
    });
  }

  // Whoever reaches for the button will search; and where everything lies on the device already, it costs no network.
  for (const reach of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(reach, (event) => {
      if (cjm.within(event, "[data-cjm-search]")) load();
    }, { passive: true });
  }
  if (location.protocol.startsWith("http") && "serviceWorker" in navigator && navigator.serviceWorker.controller) {
    addEventListener("load", () => setTimeout(() => requestIdleCallback(load, { timeout: 4000 }), 1500));
  }

  // ---- answering ----

  function answer() {
    const query = parts().input.value.trim();
    parts().clear.hidden = !query;
    if (parts().dialog.open) step("replaceState", history.state, query);
    if (!engine) return;
    parts().list.textContent = parts().after.textContent = parts().status.textContent = "";
    parts().body.scrollTop = 0;
    const found = query ? engine.search(query, { limit: SECTIONS_SHOWN }) : null;
    if (found && cjm.mineFirst) found.hits = cjm.mineFirst(found.hits);
    if (found) showAnswer(found);
    else {
      parts().list.append(...CJMAnswers.situations(site));
      showRecent();
    }
    parts().input.setAttribute("aria-expanded", String(options().length > 0));
    last = found && { query, found };
    // The situations shown where nothing was found are no answer: Enter opens none of them unasked.
    activate(found && found.hits.length ? 0 : -1);
    if (entered) choose();
  }

  /** @type {(found: Answer) => void} */
  function showAnswer(found) {
    parts().status.textContent = CJMAnswers.told(found);
    found.hits.forEach((hit, at) => parts().list.append(CJMAnswers.hit(site, hit, at)));
    if (!found.hits.length) {
      parts().after.append(say("search_advice"));
      parts().list.append(...CJMAnswers.situations(site));
    } else if (found.shorter.length) {
      parts().after.append(say("shorter"));
      for (const word of found.shorter) parts().after.append(" ", shorterButton(word));
    }
  }

  /** @type {(word: string) => HTMLElement} */
  function shorterButton(word) {
    const button = element("button", { type: "button", class: "cjm-search__shorter" }, [CJMAnswers.quoted(word)]);
    button.addEventListener("click", () => ask(word));
    return button;
  }

  // ---- what was asked ----

  // The last questions that led somewhere are offered again; those in vain stay on the device until their reader sends them.
  const RECENT = 5;
  const MISSED = 100;
  /** @type {{ query: string, found: Answer } | null} */
  let last = null; // the question on the screen, and what came of it

  /** @type {() => string[]} */
  function asked() {
    return cjm.kept("localStorage", "asked", []);
  }

  /** @type {() => Missed[]} */
  function inVain() {
    return cjm.kept("localStorage", "missed", []);
  }

  /** @type {(opened: boolean) => void} */
  function remember(opened) {
    if (!last) return;
    const { query, found } = last;
    last = null;
    if (opened) {
      const before = asked().filter((one) => one !== query);
      cjm.keep("localStorage", "asked", [query, ...before].slice(0, RECENT));
    }
    const nothing = !found.hits.length || found.unknown.length > 0;
    if (opened || query.length < 3 || !(nothing || found.hits.length)) return;
    const missed = inVain();
    const same = missed.find((one) => one.query === query);
    if (same) same.times++;
    else missed.push({ query, day: new Date().toISOString().slice(0, 10), times: 1, words: found.unknown, nothing: !found.hits.length });
    cjm.keep("localStorage", "missed", missed.slice(-MISSED));
  }

  addEventListener("pagehide", () => remember(false));

  function showRecent() {
    const recent = asked();
    if (recent.length) {
      parts().after.append(say("recent") + ":");
      for (const query of recent) parts().after.append(" ", shorterButton(query));
    }
    const missed = inVain();
    if (!missed.length) return;
    const send = element("button", { type: "button", class: "cjm-search__shorter" }, [say("missed_send", { count: missed.length })]);
    const forget = element("button", { type: "button", class: "cjm-search__shorter" }, [say("missed_forget")]);
    send.addEventListener("click", () => {
      const list = missed.map(({ query, day, times, nothing, words }) =>
        `${day} ${CJMAnswers.quoted(query)}${times > 1 ? " × " + times : ""}: ${nothing ? say("nothing_found") : words.length ? words.map(CJMAnswers.quoted).join(", ") : say("missed_unopened")}`
      ).join("\n");
      cjm.send(say("missed_head"), say("missed_head"), say("missed_text", { edition: cjm.edition, list }));
    });
    forget.addEventListener("click", () => {
      cjm.keep("localStorage", "missed", []);
      answer();
    });
    parts().after.append(element("br"), send, " ", forget);
  }

  // The words that were found are marked on the page that is opened, where the browser can do so without changing it.
  /** @type {(link: HTMLAnchorElement) => void} */
  function takeAlong(link) {
    const words = Array.from((link.closest(".cjm-search__hit") || link).querySelectorAll("mark"), (mark) => mark.textContent.toLowerCase());
    cjm.keep("sessionStorage", "marks", { path: link.pathname, words: Array.from(new Set(words.flatMap((one) => one.split(/\s+/)))) });
  }

  function markHere() {
    const { path, words } = cjm.kept("sessionStorage", "marks", { path: "", words: /** @type {string[]} */ ([]) });
    if (path !== location.pathname || !window.Highlight || !words.length) return;
    cjm.keep("sessionStorage", "marks", {});
    const safe = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, ".")).join("|");
    const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${safe})(?![\\p{L}\\p{N}])`, "giu");
    const ranges = [];
    const texts = document.createTreeWalker(document.querySelector(".md-content") || document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode()); ) {
      for (const found of (node.nodeValue || "").matchAll(wanted)) {
        const range = new Range();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("cjm-found", new Highlight(...ranges));
  }

  // ---- moving among the answers ----

  /** @type {() => NodeListOf<HTMLElement>} */
  function options() {
    return parts().list.querySelectorAll("[role=option]");
  }

  /** @type {(at: number) => void} */
  function activate(at) {
    const all = options();
    if (all[active]) all[active].setAttribute("aria-selected", "false");
    for (const old of parts().list.querySelectorAll("[aria-selected=true]")) old.setAttribute("aria-selected", "false");
    active = at;
    if (at < 0 || !all[at]) return parts().input.removeAttribute("aria-activedescendant");
    all[at].setAttribute("aria-selected", "true");
    parts().input.setAttribute("aria-activedescendant", all[at].id);
    if (at === 0) parts().body.scrollTop = 0;
    else all[at].scrollIntoView({ block: "nearest" });
  }

  function choose() {
    entered = false;
    const chosen = options()[active];
    if (chosen) chosen.click();
  }

  /** @type {(event: KeyboardEvent) => void} */
  function onKey(event) {
    if (event.isComposing) return;
    const end = options().length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? active + 1 : active - 1;
      activate(next > end ? 0 : next < 0 ? end : next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (engine) choose();
      else entered = true;
    } else if (event.key === "Escape") {
      // One Esc empties nothing: whoever presses it wants to be back on his page.
      event.preventDefault();
      close();
    }
  }

  // ---- opening ----

  /** @type {(event: Event) => boolean} */
  function isTyping({ target }) {
    return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  }

  document.addEventListener("click", (event) => {
    if (!cjm.within(event, "[data-cjm-search]")) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("keydown", (event) => {
    // By the place of the key as well: under the Russian layout it types «л», and the slash types a full stop.
    const letter = event.code === "KeyK" || event.key === "k";
    const slash = event.key === "/" || (event.code === "Slash" && event.key === ".");
    const asked = letter ? (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      : slash && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
    if (!asked) return;
    event.preventDefault();
    open();
  });

  asInHistory();
  markHere();
})();
