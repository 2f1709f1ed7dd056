/**
 * The search dialog: any `[data-cjm-search]` opens it, and so do `/` and Ctrl-K (⌘K).
 *
 * This file alone belongs on a page. At the first opening it adds the others and `search-data.js` as script tags from
 * its own folder, so it works from file:// as from http, asks no other host and uses no fetch. Addresses in the data
 * count from the site's root, two folders above this file; `data-root` on the script tag names another one.
 * Words are Russian or English by <html lang>; `window.__cjmWords` replaces any of them.
 */
(function () {
  "use strict";

  if (window.__cjmSearch) return;
  window.__cjmSearch = true;

  const tag = document.currentScript;
  const own = new URL(tag.src);
  const site = new URL(tag.dataset.root || "../../", tag.dataset.root ? document.baseURI : own);
  const SCRIPTS = ["stem.js", "words.js", "reading.js", "engine.js"];
  const DATA = "search-data.js";
  const SECTIONS_SHOWN = 8;

  const SPOKEN = {
    ru: {
      search: "Поиск", ask: "Спросите своими словами", close: "Закрыть поиск", clear: "Стереть",
      results: "Что нашлось", situations: "Что происходит сейчас?", loading: "Открываем…",
      failed: "Поиск не открылся. Обновите страницу.", section: ["раздел", "раздела", "разделов"],
      journey: ["карта", "карты", "карт"], understood: "поняли как {words}", unknown: "в гайдлайне нет слова {words}",
      unknowns: "в гайдлайне нет слов {words}", nothing: "Ничего не нашлось",
      advice: "Напишите одно-два слова о том, что происходит: «не пришли», «списали занятие», «дорого».",
      shorter: "Не то? Спросите короче:", map: "Карта", page: "Справка", quotes: "«»„“",
      step: "Шаг {number}", says: "Клиент", answer: "Ответ", decision: "Решение", script: "Скрипт", never: "Не говорим",
      avoid: "Не делаем", instead: "Вместо этого", about: "Когда", detail: "Справка", role: "Роль", promise: "Обещание",
      client: "Тип клиента", term: "Словарь", channel: "Канал", touchpoint: "Точка {number}",
    },
    en: {
      search: "Search", ask: "Ask in your own words", close: "Close search", clear: "Clear",
      results: "What was found", situations: "What is happening right now?", loading: "Opening…",
      failed: "The search did not open. Reload the page.", section: ["section", "sections", "sections"],
      journey: ["map", "maps", "maps"], understood: "read as {words}", unknown: "the handbook does not know {words}",
      unknowns: "the handbook does not know {words}", nothing: "Nothing found",
      advice: "Type one or two words for what is happening: “no show”, “charged”, “too expensive”.",
      shorter: "Not it? Ask with less:", map: "Map", page: "Ref.", quotes: "“”‘’",
      step: "Step {number}", says: "Client", answer: "Answer", decision: "Decide", script: "Script", never: "Never say",
      avoid: "Never do", instead: "Instead", about: "When", detail: "Reference", role: "Role", promise: "Promise",
      client: "Client type", term: "Glossary", channel: "Channel", touchpoint: "Point {number}",
    },
  };
  const russian = !/^en/i.test(document.documentElement.lang);
  const words = Object.assign({}, SPOKEN[russian ? "ru" : "en"], window.__cjmWords);
  const BACK = "M20 11v2H8l5.5 5.5-1.42 1.42L4.16 12l7.92-7.92L13.5 5.5 8 11z";
  const CROSS = "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z";
  const ON = "M8.59 16.58 13.17 12 8.59 7.41 10 6l6 6-6 6z";

  let parts = null; // the elements of the dialog, made when it is first asked for
  let loading = null;
  let engine = null;
  let active = -1;

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
    svg.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    svg.firstChild.setAttribute("d", path);
    return svg;
  }

  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  }

  function counted(count, forms) {
    if (!russian) return count + " " + forms[count === 1 ? 0 : 1];
    const [tens, ones] = [count % 100, count % 10];
    if (ones === 1 && tens !== 11) return count + " " + forms[0];
    return count + " " + forms[ones >= 2 && ones <= 4 && !(tens >= 12 && tens <= 14) ? 1 : 2];
  }

  // Inner quotation marks take the second kind, of the same length, so that marks stay where they are.
  function quoted(text) {
    const [open, close, innerOpen, innerClose] = words.quotes;
    return open + text.split(open).join(innerOpen).split(close).join(innerClose) + close;
  }

  // Text with its marks, never read as HTML.
  function marked(text, marks) {
    const made = document.createDocumentFragment();
    let at = 0;
    for (const [start, end] of marks) {
      made.append(text.slice(at, start), element("mark", {}, [text.slice(start, end)]));
      at = end;
    }
    made.append(text.slice(at));
    return made;
  }

  // ---- the dialog ----

  function make() {
    const input = element("input", {
      type: "text", class: "cjm-search__input", role: "combobox", "aria-label": words.search, "aria-autocomplete": "list",
      "aria-controls": "cjm-search-list", "aria-expanded": "false", placeholder: words.ask, autocomplete: "off",
      autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "go", maxlength: "200",
    });
    const back = element("button", { type: "button", class: "cjm-search__button", "aria-label": words.close }, [icon(BACK)]);
    const clear = element("button", { type: "button", class: "cjm-search__button", "aria-label": words.clear, hidden: "" }, [icon(CROSS)]);
    const status = element("p", { class: "cjm-search__status", role: "status" });
    const list = element("div", { id: "cjm-search-list", role: "listbox", "aria-label": words.results });
    const after = element("p", { class: "cjm-search__after" });
    const bar = element("div", { class: "cjm-search__bar" }, [back, input, clear]);
    const body = element("div", { class: "cjm-search__body" }, [status, list, after]);
    const box = element("div", { class: "cjm-search__box" }, [bar, body]);
    const dialog = element("dialog", { class: "cjm-search", "aria-label": words.search }, [box]);

    back.addEventListener("click", () => dialog.close());
    clear.addEventListener("click", () => ask(""));
    input.addEventListener("input", answer);
    input.addEventListener("keydown", onKey);
    dialog.addEventListener("click", (event) => {
      // A link that opens here leaves the dialog; one that opens in a new tab does not. A click beside the box closes it.
      const link = event.target.closest("a");
      if (event.target === dialog || (link && !event.ctrlKey && !event.metaKey && !event.shiftKey)) dialog.close();
    });
    document.body.append(dialog);
    return { dialog, input, clear, status, list, after, body };
  }

  function open() {
    if (!parts) parts = make();
    if (!parts.dialog.open) parts.dialog.showModal();
    parts.input.focus();
    parts.input.select();
    load();
  }

  function ask(query) {
    parts.input.value = query;
    parts.input.focus();
    answer();
  }

  // ---- loading ----

  function add(name) {
    return new Promise((resolve, reject) => {
      const script = element("script", { src: new URL(name + own.search, own).href });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        script.remove();
        reject(new Error(name));
      });
      document.head.append(script);
    });
  }

  function load() {
    if (engine || loading) return;
    parts.status.textContent = words.loading;
    const missing = (window.CJMSearch ? [] : SCRIPTS).concat(window.__cjmIndex ? [] : [DATA]);
    loading = missing.reduce((before, name) => before.then(() => add(name)), Promise.resolve());
    loading.then(() => {
      engine = window.CJMSearch.build(window.__cjmIndex);
      answer();
    }).catch(() => {
      loading = null; // the next opening tries again
      parts.status.textContent = words.failed;
    });
  }

  // ---- answering ----

  function answer() {
    const query = parts.input.value.trim();
    parts.clear.hidden = !query;
    if (!engine) return;
    parts.list.textContent = parts.after.textContent = parts.status.textContent = "";
    parts.body.scrollTop = 0;
    const found = query && engine.search(query, { limit: SECTIONS_SHOWN });
    if (found) showAnswer(found);
    else showSituations();
    parts.input.setAttribute("aria-expanded", String(options().length > 0));
    // The situations shown where nothing was found are no answer: Enter opens none of them unasked.
    activate(found && found.hits.length ? 0 : -1);
  }

  function showAnswer(found) {
    parts.status.textContent = told(found);
    found.hits.forEach((hit, at) => parts.list.append(section(hit, at)));
    if (!found.hits.length) {
      parts.after.append(words.advice);
      showSituations();
    } else if (found.shorter.length) {
      parts.after.append(words.shorter);
      for (const word of found.shorter) parts.after.append(" ", shorterButton(word));
    }
  }

  // «3 раздела · поняли как «сгорело», «списание»».
  function told({ hits, understood, unknown }) {
    const count = (kind) => hits.filter((hit) => hit.kind === kind).length;
    const said = ["section", "journey"].filter(count).map((kind) => counted(count(kind), words[kind])).join(", ");
    const read = [];
    for (const { typed, how, as, also, layout } of understood) {
      if (how === "typo" || how === "similar") read.push(as[0]);
      else if (how === "synonym") read.push(...also.slice(0, 2));
      else if (layout && how !== "none") read.push(typed);
    }
    const list = (many) => Array.from(new Set(many), quoted).join(", ");
    return [
      said || words.nothing,
      read.length && filled(words.understood, { words: list(read) }),
      unknown.length && filled(unknown.length > 1 ? words.unknowns : words.unknown, { words: list(unknown) }),
    ].filter(Boolean).join(" · ");
  }

  function shorterButton(word) {
    const button = element("button", { type: "button", class: "cjm-search__shorter" }, [quoted(word)]);
    button.addEventListener("click", () => ask(word));
    return button;
  }

  function section(hit, at) {
    const name = "cjm-search-name-" + at;
    const number = element("span", { class: "cjm-search__number" }, [hit.number ? String(hit.number) : hit.kind === "page" ? words.page : words.map]);
    const title = element("span", { id: name }, [marked(hit.title, hit.marks)]);
    const head = option(hit.url, "cjm-search__title", [number, title]);
    const card = element("div", { role: "group", class: "cjm-search__hit", "aria-labelledby": name }, [head]);
    for (const place of hit.places) card.append(placeRow(place));
    if (!hit.places.length && hit.purpose) {
      head.append(element("span", { class: "cjm-search__purpose" }, [marked(hit.purpose, hit.purposeMarks)]));
    }
    return card;
  }

  function placeRow({ kind, url, number, body, speech, text, marks }) {
    const below = { says: speech ? "answer" : "decision", never: "instead", avoid: "instead" };
    const name = (body && below[kind]) || kind;
    const label = filled(words[name] || (window.__cjmIndex.kinds || {})[name] || words.detail, { number });
    const shown = speech ? marked(quoted(text), marks.map(([start, end]) => [start + 1, end + 1])) : marked(text, marks);
    return option(url, "cjm-search__place", [
      element("span", { class: "cjm-search__kind cjm-search__kind--" + name }, [label]),
      element("span", { class: "cjm-search__text" }, [shown]),
      icon(ON),
    ]);
  }

  function showSituations() {
    const tries = window.__cjmIndex.tries;
    if (!tries.length) return;
    const head = element("p", { class: "cjm-search__ask", id: "cjm-search-now" }, [words.situations]);
    const card = element("div", { role: "group", class: "cjm-search__hit", "aria-labelledby": "cjm-search-now" });
    for (const [title, hint, url] of tries) {
      const shown = element("span", { class: "cjm-search__text" }, [element("strong", {}, [title]), hint && element("span", {}, [hint])]);
      card.append(option(url, "cjm-search__place", [shown, icon(ON)]));
    }
    parts.list.append(head, card);
  }

  // ---- moving among the answers ----

  function option(url, kind, children) {
    const id = "cjm-search-option-" + options().length + "-" + (option.count = (option.count || 0) + 1);
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

  function onKey(event) {
    if (event.isComposing) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? active + 1 : active - 1;
      activate(next > last ? 0 : next < 0 ? last : next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = options()[active];
      if (chosen) chosen.click();
    } else if (event.key === "Escape") {
      // One Esc empties nothing: whoever presses it wants to be back on his page.
      event.preventDefault();
      parts.dialog.close();
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
})();
