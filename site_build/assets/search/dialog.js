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

  if (window.__cjmSearch) return;
  window.__cjmSearch = true;

  const tag = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = new URL(tag.src);
  const site = new URL(tag.dataset.root || "../../", tag.dataset.root ? document.baseURI : own);
  const SCRIPTS = ["stem.js", "words.js", "reading.js", "engine.js"];
  const DATA = "search-data.js";
  const SECTIONS_SHOWN = 8;
  const BIT = 8; // milliseconds: half of what a screen leaves between two pictures
  const LINES_SHOWN = 5; // of a page for danger

  const { say, counted } = cjm;
  const BACK = "M20 11v2H8l5.5 5.5-1.42 1.42L4.16 12l7.92-7.92L13.5 5.5 8 11z";
  const CROSS = "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z";
  const PHONE = "M6.62 10.79c1.44 2.83 3.76 5.15 6.59 6.59l2.2-2.2c.28-.28.67-.36 1.02-.25 1.12.37 2.32.57 3.57.57a1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57.11.35.03.74-.25 1.02z";
  const ON = "M8.59 16.58 13.17 12 8.59 7.41 10 6l6 6-6 6z";

  let parts = null; // the elements of the dialog, made when it is first asked for
  let loading = null;
  let engine = null;
  let active = -1;
  let made = 0; // options, each with an id of its own
  let entered = false; // Enter came before the index was there: its first answer is opened as soon as there is one

  let leaving = false; // for a place of this page: the address still has the query

  // ---- small things ----

  function element(name, attributes, children) {
    const made = document.createElement(name);
    for (const one of Object.keys(attributes || {})) made.setAttribute(one, attributes[one]);
    for (const child of children || []) if (child) made.append(child);
    return made;
  }

  function icon(path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }

  // Inner quotation marks take the second kind, of the same length, so that marks stay where they are.
  function quoted(text) {
    const [open, close, innerOpen, innerClose] = say("quotes");
    return open + text.split(open).join(innerOpen).split(close).join(innerClose) + close;
  }

  // Text with its marks, never read as HTML; a <gap> in it is drawn as one, but not in what clients say.
  function marked(text, marks, asTyped) {
    const made = document.createDocumentFragment();
    const put = (words) => words.split(asTyped ? "<>" : /<([^<>]+)>/).forEach((part, at) =>
      made.append(at % 2 ? element("span", { class: "cjm-search__gap" }, [part]) : part)
    );
    let at = 0;
    for (const [start, end] of marks) {
      put(text.slice(at, start));
      made.append(element("mark", {}, [text.slice(start, end)]));
      at = end;
    }
    put(text.slice(at));
    return made;
  }

  // ---- the dialog ----

  function make() {
    const input = element("input", {
      type: "text", class: "cjm-search__input", role: "combobox", "aria-label": say("search"), "aria-autocomplete": "list",
      "aria-controls": "cjm-search-list", "aria-expanded": "false", placeholder: say("search_ask"), autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "go", maxlength: "200",
    });
    const back = element("button", { type: "button", class: "cjm-search__button", "aria-label": say("search_close") }, [icon(BACK)]);
    const clear = element("button", { type: "button", class: "cjm-search__button", "aria-label": say("search_clear"), hidden: "" }, [icon(CROSS)]);
    const status = element("p", { class: "cjm-search__status", role: "status" });
    const list = element("div", { id: "cjm-search-list", role: "listbox", "aria-label": say("search_results") });
    const after = element("p", { class: "cjm-search__after" });
    const bar = element("div", { class: "cjm-search__bar" }, [back, input, clear]);
    const body = element("div", { class: "cjm-search__body" }, [status, list, after]);
    const box = element("div", { class: "cjm-search__box" }, [bar, body]);
    const dialog = element("dialog", { class: "cjm-search", "aria-label": say("search") }, [box]);

    back.addEventListener("click", close);
    clear.addEventListener("click", () => ask(""));
    input.addEventListener("input", () => {
      entered = false;
      answer();
    });
    input.addEventListener("keydown", onKey);
    dialog.addEventListener("click", (event) => {
      // A click beside the box closes it. A link to another page leaves the dialog as it is, for whoever comes back.
      const link = event.target.closest("a");
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
    step("pushState", { cjmSearch: true }, parts.input.value.trim());
    if (engine) answer(); // read before it was opened
  }

  // Whether it was closed before.
  function show() {
    if (!parts) parts = make();
    const closed = !parts.dialog.open;
    if (closed) parts.dialog.showModal();
    parts.input.focus();
    parts.input.select();
    if (!engine) parts.status.textContent = say("search_loading");
    load();
    return closed;
  }

  function isHere(link) {
    return link.hash && link.origin === location.origin && link.pathname === location.pathname;
  }

  // A place of this very page: the search stays behind it in the history, and the address loses the query.
  function goTo(link, event) {
    event.preventDefault();
    parts.dialog.close();
    leaving = true;
    location.hash = link.hash;
    leaving = false;
    step("replaceState", null, "");
    markHere();
  }

  function ask(query) {
    parts.input.value = query;
    parts.input.focus();
    answer();
  }

  // ---- the history of the tab ----

  // One step of it, or the present one changed; the query stands in its address.
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
      parts.dialog.close();
      step("replaceState", null, "");
    }
  }

  function asInHistory() {
    if (leaving) return;
    const query = new URL(location.href).searchParams.get("q") || "";
    if (query || (history.state && history.state.cjmSearch)) {
      show();
      if (parts.input.value.trim() !== query) parts.input.value = query;
      answer();
    } else if (parts && parts.dialog.open) parts.dialog.close();
  }

  addEventListener("popstate", asInHistory);

  // ---- loading ----

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
      if (parts && parts.dialog.open) answer();
    }).catch(() => {
      loading = null; // the next opening tries again
      if (parts) parts.status.textContent = say("search_failed");
    });
  }

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
      if (event.target.closest && event.target.closest("[data-cjm-search]")) load();
    }, { passive: true });
  }
  if (location.protocol.startsWith("http") && "serviceWorker" in navigator && navigator.serviceWorker.controller) {
    addEventListener("load", () => setTimeout(() => requestIdleCallback(load, { timeout: 4000 }), 1500));
  }

  // ---- answering ----

  function answer() {
    const query = parts.input.value.trim();
    parts.clear.hidden = !query;
    if (parts.dialog.open) step("replaceState", history.state, query);
    if (!engine) return;
    parts.list.textContent = parts.after.textContent = parts.status.textContent = "";
    parts.body.scrollTop = 0;
    const found = query && engine.search(query, { limit: SECTIONS_SHOWN });
    if (found && cjm.mineFirst) found.hits = cjm.mineFirst(found.hits);
    if (found) showAnswer(found);
    else {
      showSituations();
      showRecent();
    }
    parts.input.setAttribute("aria-expanded", String(options().length > 0));
    last = query ? { query, found } : null;
    // The situations shown where nothing was found are no answer: Enter opens none of them unasked.
    activate(found && found.hits.length ? 0 : -1);
    if (entered) choose();
  }

  function showAnswer(found) {
    parts.status.textContent = told(found);
    found.hits.forEach((hit, at) => parts.list.append(hit.urgent ? danger(hit, at) : section(hit, at)));
    if (!found.hits.length) {
      parts.after.append(say("search_advice"));
      showSituations();
    } else if (found.shorter.length) {
      parts.after.append(say("shorter"));
      for (const word of found.shorter) parts.after.append(" ", shorterButton(word));
    }
  }

  // «3 раздела · поняли как «сгорело», «списание»».
  function told({ hits, understood, unknown }) {
    const count = (kind) => hits.filter((hit) => hit.kind === kind).length;
    const said = ["section", "journey"].filter(count).map((kind) => counted(count(kind), "count_" + kind)).join(", ");
    const read = [];
    for (const { typed, how, as, also, layout } of understood) {
      if (how === "typo" || how === "similar") read.push(as[0]);
      else if (how === "synonym") read.push(...also.slice(0, 2));
      else if (layout && how !== "none") read.push(typed);
    }
    const list = (many) => Array.from(new Set(many), quoted).join(", ");
    return [
      said || say("nothing_found"),
      read.length && say("understood", { words: list(read) }),
      unknown.length && say(unknown.length > 1 ? "unknowns" : "unknown", { words: list(unknown) }),
    ].filter(Boolean).join(" · ");
  }

  function shorterButton(word) {
    const button = element("button", { type: "button", class: "cjm-search__shorter" }, [quoted(word)]);
    button.addEventListener("click", () => ask(word));
    return button;
  }

  function section(hit, at) {
    const name = "cjm-search-name-" + at;
    const unnumbered = { page: "place_page", journey: "place_journey" }[hit.kind]; // a section beside the order has no number
    const before = hit.number ? String(hit.number) : unnumbered && say(unnumbered);
    const number = before && element("span", { class: "cjm-search__number" }, [before]);
    const title = element("span", { id: name }, [marked(hit.title, hit.marks), hit.only && " (" + hit.only[1] + ")"]);
    const head = option(hit.url, "cjm-search__title", [number, title]);
    const card = element("div", { role: "group", class: "cjm-search__hit", "aria-labelledby": name }, [head]);
    for (const place of hit.places) card.append(placeRow(place));
    if (!hit.places.length && hit.purpose) {
      head.append(element("span", { class: "cjm-search__purpose" }, [marked(hit.purpose, hit.purposeMarks)]));
    }
    return card;
  }

  // A kind of shared things that has a page of its own brings its label with the index.
  function labelOf(name, number) {
    const own = (window.__cjmIndex.kinds || {})[name];
    return own || say("place_" + (cjm.words["place_" + name] ? name : "detail"), { number });
  }

  // Where it stands, its heading, and the sentence that answers. A client's sentence is quoted, and so is what is said.
  function placeRow({ kind, url, number, heading, headingMarks, speech, text, marks }) {
    const title = kind === "says" ? quotedMarked(heading, headingMarks, true) : marked(heading, headingMarks);
    return option(url, "cjm-search__place", [
      element("span", { class: "cjm-search__text" }, [
        element("span", { class: "cjm-search__kind cjm-search__kind--" + kind }, [labelOf(kind, number)]),
        heading && element("strong", {}, [title]),
        text && element("span", {}, [speech ? quotedMarked(text, marks) : marked(text, marks)]),
      ]),
      icon(ON),
    ]);
  }

  function quotedMarked(text, marks, asTyped) {
    return marked(quoted(text), marks.map(([start, end]) => [start + 1, end + 1]), asTyped);
  }

  // What is to be done at once, to be read here, and the number to be rung; the whole page is the first answer.
  function danger(hit, at) {
    const name = "cjm-search-name-" + at;
    const [place] = hit.places;
    const { url, heading, lines } = place || { url: hit.url, heading: hit.title, lines: [hit.purpose] };
    const title = element("span", { id: name }, [marked(heading || hit.title, [])]);
    const shown = lines.slice(0, LINES_SHOWN).map((line) => element("span", { class: "cjm-search__line" }, [marked(line, [])]));
    const card = element("div", { role: "group", class: "cjm-search__hit cjm-search__hit--danger", "aria-labelledby": name }, [
      option(url, "cjm-search__title", [title, icon(ON), ...shown]),
    ]);
    for (const [number, who] of hit.calls.slice(0, 1)) {
      card.append(option("tel:" + number.replace(/[^\d+*#]/g, ""), "cjm-search__call", [icon(PHONE), element("strong", {}, [number]), who]));
    }
    return card;
  }

  function showSituations() {
    const tries = window.__cjmIndex.tries;
    if (!tries.length) return;
    const head = element("p", { class: "cjm-search__ask", id: "cjm-search-now" }, [say("search_situations")]);
    const card = element("div", { role: "group", class: "cjm-search__hit", "aria-labelledby": "cjm-search-now" });
    for (const [title, hint, url] of tries) {
      const shown = element("span", { class: "cjm-search__text" }, [element("strong", {}, [title]), hint && element("span", {}, [hint])]);
      card.append(option(url, "cjm-search__place", [shown, icon(ON)]));
    }
    parts.list.append(head, card);
  }

  // ---- what was asked ----

  // The last questions that led somewhere are offered again; those in vain stay on the device until their reader sends them.
  const RECENT = 5;
  const MISSED = 100;
  let last = null; // the question on the screen, and what came of it

  function remember(opened) {
    if (!last) return;
    const { query, found } = last;
    last = null;
    if (opened) {
      const before = cjm.kept("localStorage", "asked", []).filter((one) => one !== query);
      cjm.keep("localStorage", "asked", [query, ...before].slice(0, RECENT));
    }
    const nothing = !found.hits.length || found.unknown.length > 0;
    if (opened || query.length < 3 || !(nothing || found.hits.length)) return;
    const missed = cjm.kept("localStorage", "missed", []);
    const same = missed.find((one) => one.query === query);
    if (same) same.times++;
    else missed.push({ query, day: new Date().toISOString().slice(0, 10), times: 1, words: found.unknown, nothing: !found.hits.length });
    cjm.keep("localStorage", "missed", missed.slice(-MISSED));
  }

  addEventListener("pagehide", () => remember(false));

  function showRecent() {
    const asked = cjm.kept("localStorage", "asked", []);
    if (asked.length) {
      parts.after.append(say("recent") + ":");
      for (const query of asked) parts.after.append(" ", shorterButton(query));
    }
    const missed = cjm.kept("localStorage", "missed", []);
    if (!missed.length) return;
    const send = element("button", { type: "button", class: "cjm-search__shorter" }, [say("missed_send", { count: missed.length })]);
    const forget = element("button", { type: "button", class: "cjm-search__shorter" }, [say("missed_forget")]);
    send.addEventListener("click", () => {
      const list = missed.map(({ query, day, times, nothing, words }) =>
        `${day} ${quoted(query)}${times > 1 ? " × " + times : ""}: ${nothing ? say("nothing_found") : words.length ? words.map(quoted).join(", ") : say("missed_unopened")}`
      ).join("\n");
      cjm.send(say("missed_head"), say("missed_head"), say("missed_text", { edition: cjm.edition, list }));
    });
    forget.addEventListener("click", () => {
      cjm.keep("localStorage", "missed", []);
      answer();
    });
    parts.after.append(element("br"), send, " ", forget);
  }

  // The words that were found are marked on the page that is opened, where the browser can do so without changing it.
  function takeAlong(link) {
    const words = Array.from(link.closest(".cjm-search__hit").querySelectorAll("mark"), (mark) => mark.textContent.toLowerCase());
    cjm.keep("sessionStorage", "marks", { path: link.pathname, words: Array.from(new Set(words.flatMap((one) => one.split(/\s+/)))) });
  }

  function markHere() {
    const { path, words } = cjm.kept("sessionStorage", "marks", {});
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

  function option(url, kind, children) {
    const id = "cjm-search-option-" + ++made;
    const href = new URL(url, site).href;
    return element("a", { role: "option", id, href, class: kind, tabindex: "-1", "aria-selected": "false" }, children);
  }

  function options() {
    return parts.list.querySelectorAll("[role=option]");
  }

  function activate(at) {
    const all = options();
    if (all[active]) all[active].setAttribute("aria-selected", "false");
    for (const old of parts.list.querySelectorAll("[aria-selected=true]")) old.setAttribute("aria-selected", "false");
    active = at;
    if (at < 0 || !all[at]) return parts.input.removeAttribute("aria-activedescendant");
    all[at].setAttribute("aria-selected", "true");
    parts.input.setAttribute("aria-activedescendant", all[at].id);
    if (at === 0) parts.body.scrollTop = 0;
    else all[at].scrollIntoView({ block: "nearest" });
  }

  function choose() {
    entered = false;
    const chosen = options()[active];
    if (chosen) chosen.click();
  }

  function onKey(event) {
    if (event.isComposing) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? active + 1 : active - 1;
      activate(next > last ? 0 : next < 0 ? last : next);
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

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-cjm-search]");
    if (!button) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("keydown", (event) => {
    // By the place of the key as well: under the Russian layout it types «л», and the slash types a full stop.
    const letter = event.code === "KeyK" || event.key === "k";
    const slash = event.key === "/" || (event.code === "Slash" && event.key === ".");
    const asked = letter ? (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      : slash && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!asked) return;
    event.preventDefault();
    open();
  });

  asInHistory();
  markHere();
})();
