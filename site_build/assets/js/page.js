/* What every page needs: the site's own words, the menu button, the place in the page, and the terms that explain themselves. */
(function () {
  "use strict";

  /* The page says `cjm.words` and `cjm.base`; this adds what the other scripts share: words with their gaps filled, a
     number with its noun, and values kept by the browser where it allows that. */
  /** @template {keyof HTMLElementTagNameMap} Tag @param {Tag} name @param {Record<string, string>} [attributes] @param {Child[]} [children] @returns {HTMLElementTagNameMap[Tag]} */
  function element(name, attributes, children) {
    const made = document.createElement(name);
    for (const [one, value] of Object.entries(attributes || {})) { made.setAttribute(one, value); }
    for (const child of children || []) { if (child) { made.append(child); } }
    return made;
  }

  /** @type {Pick<typeof cjm, "element" | "icon" | "say" | "counted" | "within" | "part" | "keep" | "copy" | "kept">} */
  const shared = {
    element,
    icon(path) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", "0 0 24 24");
      svg.setAttribute("aria-hidden", "true");
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("d", path);
      svg.append(line);
      return svg;
    },
    say(name, values) {
      return (cjm.words[name] || name).replace(/\{(\w+)\}/g, (whole, key) =>
        values && key in values ? String(values[key]) : whole
      );
    },
    /* «3 раздела»: the forms of the noun stand between bars, one after 1, after 2 to 4, after 5 and more. */
    counted(count, name) {
      const forms = cjm.say(name).split("|");
      const tens = count % 100, ones = count % 10;
      const many = forms.length < 3 ? Number(count !== 1)
        : tens > 10 && tens < 20 ? 2 : ones === 1 ? 0 : ones >= 2 && ones <= 4 ? 1 : 2;
      return count + " " + forms[many];
    },
    /* What the event happened in, if that is such an element. */
    within(event, selector) { return event.target instanceof Element ? event.target.closest(selector) : null; },
    /* What the page has for certain: a template that lost it says which. */
    part(of, selector) {
      const found = of.querySelector(selector);
      if (!found) { throw new Error("the page has no " + selector); }
      return found;
    },
    keep(store, name, value) {
      try { globalThis[store].setItem("cjm:" + name, JSON.stringify(value)); } catch { /* private mode: not kept */ }
    },
    copy(words) {
      if (navigator.clipboard && isSecureContext) {
        return navigator.clipboard.writeText(words).catch(() => byHand(words));
      }
      return byHand(words);
    },
    kept(store, name, otherwise) {
      try { return JSON.parse(globalThis[store].getItem("cjm:" + name) || "null") || otherwise; } catch { return otherwise; }
    }
  };
  Object.assign(cjm, shared);

  /** @type {(words: string) => Promise<void>} */
  function byHand(words) {
    const area = document.createElement("textarea");
    area.value = words;
    area.style.position = "fixed";
    area.style.opacity = "0";
    (document.querySelector("dialog[open]") || document.body).appendChild(area);
    area.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch { done = false; }
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  /* The menu of a phone is Material's drawer, opened by a real button. */
  const drawer = document.querySelector("input#__drawer");
  const menu = document.querySelector("[data-menu]");
  if (drawer && menu) {
    menu.addEventListener("click", () => { drawer.click(); });
    drawer.addEventListener("change", () => {
      menu.setAttribute("aria-expanded", String(drawer.checked));
      const first = document.querySelector(".cjm-nav a");
      if (drawer.checked && first) { first.focus({ preventScroll: true }); }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) { drawer.click(); menu.focus(); }
    });
  }

  /* The heading one reads is marked in the list of contents and in the thumb bar. */
  const links = [...document.querySelectorAll(".cjm-toc a, .thumb a")];
  /** @type {{ link: HTMLElement, heading: HTMLElement, group: number }[]} */
  const places = [];
  links.forEach((link) => {
    const id = decodeURIComponent(link.hash.slice(1));
    const heading = id && document.getElementById(id);
    if (heading) { places.push({ link, heading, group: link.closest(".thumb") ? 1 : 0 }); }
  });
  function mark() {
    [0, 1].forEach((group) => {
      /** @type {(typeof places)[number] | null} */
      let current = null;
      places.forEach((place) => {
        if (place.group !== group) { return; }
        if (!current || place.heading.getBoundingClientRect().top < window.innerHeight * 0.35) { current = place; }
      });
      const atEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 4;
      places.forEach((place) => {
        if (place.group === group) {
          const last = atEnd && window.scrollY > 0 && place === places.filter((one) => one.group === group).pop();
          const on = atEnd && window.scrollY > 0 ? last : place === current;
          place.link.classList.toggle("active", on);
          if (on) { place.link.setAttribute("aria-current", "location"); } else { place.link.removeAttribute("aria-current"); }
        }
      });
    });
  }
  if (places.length) {
    let waiting = false;
    const soon = () => {
      if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; mark(); }); }
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    requestAnimationFrame(soon); // the first paint does not wait for a measure of the whole page
  }

  /* A term shows its meaning when one points at it, comes to it by keyboard, or taps it; a second tap follows the link. */
  /** @type {HTMLElement | null} */
  let tip = null;
  /** @type {HTMLElement | null} */
  let owner = null;
  /** @type {() => void} */
  function hide() {
    if (tip) { tip.remove(); }
    if (owner) { owner.removeAttribute("aria-describedby"); }
    tip = owner = null;
  }
  /** @type {(term: HTMLElement) => void} */
  function show(term) {
    if (owner === term) { return; }
    hide();
    owner = term;
    tip = document.createElement("div");
    tip.className = "tip";
    tip.id = "cjm-tip";
    tip.setAttribute("role", "tooltip");
    tip.textContent = term.dataset.means || "";
    document.body.appendChild(tip);
    term.setAttribute("aria-describedby", "cjm-tip");
    const box = term.getBoundingClientRect();
    const left = Math.max(12, Math.min(box.left, innerWidth - tip.offsetWidth - 12));
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8) + scrollY + "px";
  }
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") { return; }
    const term = cjm.within(event, "a.term");
    if (term) { show(term); } else if (tip && !cjm.within(event, ".tip")) { hide(); }
  });
  document.addEventListener("focusin", (event) => {
    const term = cjm.within(event, "a.term");
    if (term) { if (term.matches(":focus-visible")) { show(term); } } else { hide(); }
  });
  document.addEventListener("click", (event) => {
    const term = cjm.within(event, "a.term");
    if (term && owner !== term && matchMedia("(hover: none)").matches) {
      event.preventDefault();
      show(term);
    } else if (!term && tip && !cjm.within(event, ".tip")) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); } });
})();
