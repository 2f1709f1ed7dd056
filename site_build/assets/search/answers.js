/**
 * What the engine answers goes in, what the dialog shows of it comes out, as elements: CJMAnswers. Loaded with the engine.
 *
 * Nothing of it is read as HTML. Addresses of the answers count from `site`.
 */
(function () {
  "use strict";

  const PHONE = "M6.62 10.79c1.44 2.83 3.76 5.15 6.59 6.59l2.2-2.2c.28-.28.67-.36 1.02-.25 1.12.37 2.32.57 3.57.57a1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57.11.35.03.74-.25 1.02z";
  const ON = "M8.59 16.58 13.17 12 8.59 7.41 10 6l6 6-6 6z";
  const LINES_SHOWN = 5; // of a page for danger

  const { say, counted, element } = cjm;
  let made = 0; // options, each with an id of its own

  // Inner quotation marks take the second kind, of the same length, so that marks stay where they are.
  /** @type {(text: string) => string} */
  function quoted(text) {
    const [open, close, innerOpen, innerClose] = say("quotes");
    return open + text.split(open).join(innerOpen).split(close).join(innerClose) + close;
  }

  // Text with its marks, never read as HTML; a <gap> in it is drawn as one, but not in what clients say.
  /** @type {(text: string, marks: Mark[], asTyped?: boolean) => DocumentFragment} */
  function marked(text, marks, asTyped) {
    const made = document.createDocumentFragment();
    /** @type {(words: string) => void} */
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

  // «3 раздела · поняли как «сгорело», «списание»».
  /** @type {(found: Answer) => string} */
  function told({ hits, understood, unknown }) {
    /** @type {(kind: string) => number} */
    const count = (kind) => hits.filter((hit) => hit.kind === kind).length;
    const said = ["section", "journey"].filter(count).map((kind) => counted(count(kind), "count_" + kind)).join(", ");
    const read = [];
    for (const { typed, how, as, also, layout } of understood) {
      if (how === "typo" || how === "similar") read.push(as[0]);
      else if (how === "synonym") read.push(...also.slice(0, 2));
      else if (layout && how !== "none") read.push(typed);
    }
    /** @type {(many: string[]) => string} */
    const named = (many) => Array.from(new Set(many), quoted).join(", ");
    return [
      said || say("nothing_found"),
      read.length && say("understood", { words: named(read) }),
      unknown.length && say(unknown.length > 1 ? "unknowns" : "unknown", { words: named(unknown) }),
    ].filter(Boolean).join(" · ");
  }

  /** @type {(site: URL, hit: Hit, at: number) => HTMLElement} */
  function section(site, hit, at) {
    const name = "cjm-search-name-" + at;
    const unnumbered = { page: "place_page", journey: "place_journey" }[hit.kind]; // a section beside the order has no number
    const before = hit.number ? String(hit.number) : unnumbered && say(unnumbered);
    const number = before && element("span", { class: "cjm-search__number" }, [before]);
    const title = element("span", { id: name }, [marked(hit.title, hit.marks), hit.only && " (" + hit.only[1] + ")"]);
    const head = option(site, hit.url, "cjm-search__title", [number, title]);
    const card = element("div", { role: "group", class: "cjm-search__hit", "aria-labelledby": name }, [head]);
    for (const place of hit.places) card.append(placeRow(site, place));
    if (!hit.places.length && hit.purpose) {
      head.append(element("span", { class: "cjm-search__purpose" }, [marked(hit.purpose, hit.purposeMarks)]));
    }
    return card;
  }

  // A kind of shared things that has a page of its own brings its label with the index.
  /** @type {(name: string, number: number) => string} */
  function labelOf(name, number) {
    const own = (window.__cjmIndex.kinds || {})[name];
    return own || say("place_" + (cjm.words["place_" + name] ? name : "detail"), { number });
  }

  // Where it stands, its heading, and the sentence that answers. A client's sentence is quoted, and so is what is said.
  /** @type {(site: URL, place: HitPlace) => HTMLElement} */
  function placeRow(site, { kind, url, number, table, heading, headingMarks, speech, text, marks }) {
    const title = kind === "says" ? quotedMarked(heading, headingMarks, true) : marked(heading, headingMarks);
    return option(site, url, "cjm-search__place", [
      element("span", { class: "cjm-search__text" }, [
        element("span", { class: "cjm-search__kind cjm-search__kind--" + kind }, [table || labelOf(kind, number)]),
        heading && element("strong", {}, [title]),
        text && element("span", {}, [speech ? quotedMarked(text, marks) : marked(text, marks)]),
      ]),
      cjm.icon(ON),
    ]);
  }

  /** @type {(text: string, marks: Mark[], asTyped?: boolean) => DocumentFragment} */
  function quotedMarked(text, marks, asTyped) {
    return marked(quoted(text), marks.map(([start, end]) => [start + 1, end + 1]), asTyped);
  }

  // What is to be done at once, to be read here, and the number to be rung; the whole page is the first answer.
  /** @type {(site: URL, hit: Hit, at: number) => HTMLElement} */
  function danger(site, hit, at) {
    const name = "cjm-search-name-" + at;
    const [place] = hit.places;
    const { url, heading, lines } = place || { url: hit.url, heading: hit.title, lines: [hit.purpose] };
    const title = element("span", { id: name }, [marked(heading || hit.title, [])]);
    const shown = lines.slice(0, LINES_SHOWN).map((line) => element("span", { class: "cjm-search__line" }, [marked(line, [])]));
    const card = element("div", { role: "group", class: "cjm-search__hit cjm-search__hit--danger", "aria-labelledby": name }, [
      option(site, url, "cjm-search__title", [title, cjm.icon(ON), ...shown]),
    ]);
    for (const [number, who] of hit.calls.slice(0, 1)) {
      card.append(option(site, "tel:" + number.replace(/[^\d+*#]/g, ""), "cjm-search__call", [cjm.icon(PHONE), element("strong", {}, [number]), who]));
    }
    return card;
  }

  /** @type {(site: URL) => Node[]} */
  function situations(site) {
    const tries = window.__cjmIndex.tries;
    if (!tries.length) return [];
    const head = element("p", { class: "cjm-search__ask", id: "cjm-search-now" }, [say("search_situations")]);
    const card = element("div", { role: "group", class: "cjm-search__hit", "aria-labelledby": "cjm-search-now" });
    for (const [title, hint, url] of tries) {
      const shown = element("span", { class: "cjm-search__text" }, [element("strong", {}, [title]), hint && element("span", {}, [hint])]);
      card.append(option(site, url, "cjm-search__place", [shown, cjm.icon(ON)]));
    }
    return [head, card];
  }

  /** @type {(site: URL, url: string, kind: string, children: Child[]) => HTMLElement} */
  function option(site, url, kind, children) {
    const id = "cjm-search-option-" + ++made;
    const href = new URL(url, site).href;
    return element("a", { role: "option", id, href, class: kind, tabindex: "-1", "aria-selected": "false" }, children);
  }

  window.CJMAnswers = { quoted, situations, told, hit: (site, hit, at) => (hit.urgent ? danger : section)(site, hit, at) };
})();
