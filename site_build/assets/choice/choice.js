/* What holds for whom: the reader's own value (a branch) is chosen once, remembered on the device, or comes in the address
   (?for=branch:north); what is for others then goes, and a text says his own number. What depends on the client on the line
   is never hidden. A page for an emergency hides nothing. */
(function () {
  "use strict";
  const inner = document.querySelector(".md-content__inner");
  if (!window.__cjmChoices || !inner) { return; }
  const page = inner;
  const known = window.__cjmChoices;
  const own = known.dimensions.filter((one) => one.once);
  /** @type {Kept} */
  const chosen = cjm.kept("localStorage", "chosen", {});
  for (const pair of (new URLSearchParams(location.search).get("for") || "").split(",")) {
    const [name, id] = pair.split(":");
    const dimension = own.find((one) => one.id === name);
    const value = dimension && dimension.values.find((one) => one[0] === id || one.indexOf(id) > 1);
    if (value) { chosen[name] = value[0]; cjm.keep("localStorage", "chosen", chosen); }
  }

  /** @param {string} scope @returns {[string, string[]][]} */
  function pairs(scope) { 
    return scope.split(";").filter(Boolean).map((one) => {
      const [name, values] = one.split(":");
      return /** @type {[string, string[]]} */ ([name, values.split(",")]);
    });
  }
  /* Whether it can hold for whom is chosen, and whether that leaves nothing to ask. */
  /** @param {string} scope */
  function may(scope) { return pairs(scope).every(([name, values]) => !chosen[name] || values.includes(chosen[name])); }
  /** @param {string} scope */
  function settled(scope) { return pairs(scope).every(([name]) => chosen[name]); }
  /** @param {string} scope */
  function told(scope) {
    return pairs(scope).filter(([name]) => !chosen[name]).map(([name, values]) => {
      const dimension = known.dimensions.find((one) => one.id === name);
      return values.map((id) => ((dimension && dimension.values.find((one) => one[0] === id)) || [id, id])[1]).join(", ");
    }).join("; ");
  }

  /* Texts are looked through once; each is written anew from what it was. */
  const whole = !!page.querySelector("[data-whole]");
  /** @type {[Node, string][]} */
  const texts = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (known.texts.length && !whole && walker.nextNode()) {
    const text = walker.currentNode.nodeValue || "";
    if (known.texts.some((one) => text.includes(one[0]))) { texts.push([walker.currentNode, text]); }
  }
  /** @param {string} text */
  function narrowed(text) {
    for (const [all, variants] of known.texts) {
      if (text.includes(all)) {
        const left = variants.filter((one) => may(one[0]));
        const same = left.length && left.every((one) => one[1] === left[0][1]);
        const words = same ? left[0][1] : left.map((one) => one[1] + (told(one[0]) ? " (" + told(one[0]) + ")" : "")).join(" / ");
        if (left.length && left.length < variants.length) { text = text.split(all).join(words); }
      }
    }
    return text;
  }
  function paint() {
    for (const [node, text] of texts) { node.nodeValue = narrowed(text); }
    if (whole) { return; }
    for (const one of page.querySelectorAll("[data-for]")) { one.hidden = !may(one.dataset.for || ""); }
    for (const script of page.querySelectorAll("[data-variants]")) {
      const first = [...script.querySelectorAll("[role=tab]")].find((tab) => !tab.hidden);
      const shown = script.querySelector("[role=tab][aria-selected=true]");
      if (first && shown && shown.hidden) { first.click(); }
    }
  }

  /* The head of the page says for whom it is shown. */
  if (own.length) {
    const bar = document.createElement("form");
    bar.className = "chosen-bar";
    for (const dimension of own) {
      const label = document.createElement("label");
      const select = document.createElement("select");
      label.append(dimension.title + ": ", select);
      for (const [id, title] of [["", known.words.all], ...dimension.values]) { select.add(new Option(title, id)); }
      select.value = chosen[dimension.id] || "";
      select.addEventListener("change", () => {
        chosen[dimension.id] = select.value;
        cjm.keep("localStorage", "chosen", chosen);
        paint();
      });
      bar.append(label);
    }
    page.prepend(bar);
  }
  paint();

  /* What is found for others comes after what holds here, and says whose it is. */
  cjm.mineFirst = (hits) => [true, false].flatMap((mine) => hits.filter((hit) => (hit.urgent || !hit.only || may(hit.only[0])) === mine));

  /* The words for whom is chosen: one answer holds for everything that is told apart in the same way. */
  /** @type {(words: string, scope: string) => string} */
  function settle(words, scope) {
    for (const [all, variants] of known.texts) {
      const shown = [all, narrowed(all)].find((one) => words.includes(one));
      const mine = variants.find((one) => one[0] === scope);
      if (shown && mine) { words = words.split(shown).join(mine[1]); }
    }
    return words;
  }

  /* Words are not copied before it is said whom they are for. */
  cjm.forWhom = function (words, speech, copy) {
    /** @type {[string, () => void][]} */
    const asked = [];
    const variant = speech.closest(".variant[data-for]");
    const scope = (variant && variant.dataset.for) || "";
    if (variant && !settled(scope) && !variant.dataset.meant) {
      const script = variant.parentElement || speech;
      const tabs = [...script.querySelectorAll("[role=tab]")].filter((tab) => !tab.hidden);
      const panels = script.querySelectorAll(".variant");
      for (const tab of tabs) {
        const panel = panels[Number(tab.dataset.tab)];
        asked.push([tab.textContent.trim(), () => { tab.click(); panel.dataset.meant = "1"; cjm.part(panel, "[data-copy]").click(); delete panel.dataset.meant; }]);
      }
      if (!tabs.length) { asked.push([told(scope), () => { variant.dataset.meant = "1"; copy(words); delete variant.dataset.meant; }]); }
    } else {
      for (const [all, variants] of known.texts) {
        const left = variants.filter((one) => may(one[0]));
        const shown = [all, narrowed(all)].find((one) => words.includes(one));
        if (!asked.length && shown && new Set(left.map((one) => one[1])).size > 1) {
          for (const [scope, text] of left) { asked.push([told(scope) || text, () => { copy(settle(words, scope)); }]); }
        }
      }
    }
    speech.querySelectorAll(".for-whom").forEach((one) => { one.remove(); });
    if (!asked.length) { return false; }
    const box = cjm.element("div", { class: "for-whom", role: "group", "aria-label": known.words.ask }, [known.words.ask]);
    for (const [name, take] of asked) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => { box.remove(); take(); });
      box.append(button);
    }
    speech.insertBefore(box, speech.querySelector(".said"));
    cjm.part(box, "button").focus();
    return true;
  };
})();
