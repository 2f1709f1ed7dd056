/* The quiz: the reason appears with the answer, the first answer counts, results stay in this browser. Whoever begins is asked
   question by question, mistakes first; what was begun is taken up again where it was left. */
(function () {
  "use strict";
  const say = cjm.say;
  /** @type {Record<string, { said: string, chosen: string, right: boolean, first: boolean }>} */
  const results = cjm.kept("localStorage", "tests", {});
  /** @type {HTMLElement[]} */
  const questions = [...document.querySelectorAll("[data-question]")];
  /** @type {ReturnType<typeof rounds> | null} */
  let asking = null;
  /* Asked anew: the next answer is a first one, whatever was answered before. @type {Set<string>} */
  const anew = new Set();

  /** @type {(question: HTMLElement) => string} */
  function idOf(question) { return question.dataset.question || ""; }
  /* What was answered to just this; a question that says something else now was not answered yet. */
  /** @type {(question: HTMLElement) => (typeof results)[string] | undefined} */
  function known(question) {
    const one = results[idOf(question)];
    return one && one.said === question.dataset.said ? one : undefined;
  }

  /* Beside an option stands why it is right or not. */
  /** @type {(option: HTMLElement) => HTMLElement} */
  function reason(option) { return /** @type {HTMLElement} */ (option.nextElementSibling); }

  /** @type {(question: HTMLElement, input: HTMLInputElement, restored: boolean) => void} */
  function judge(question, input, restored) {
    const option = input.closest(".option");
    const right = !!option && option.hasAttribute("data-right");
    question.querySelectorAll(".option").forEach((option) => {
      const chosen = option.contains(input);
      const because = reason(option);
      option.classList.toggle("right", chosen && right);
      option.classList.toggle("wrong", chosen && !right);
      because.hidden = !chosen;
      because.classList.toggle("right", chosen && right);
      because.classList.toggle("wrong", chosen && !right);
      if (chosen) { input.setAttribute("aria-describedby", (because.id = question.id + "-because-" + input.value)); }
    });
    if (!restored) {
      cjm.part(question, ".verdict").textContent = right ? "" : say("try_again");
      announce(option ? reason(option).textContent : "");
      const before = anew.delete(idOf(question)) ? undefined : known(question);
      const first = before ? before.first : right;
      results[idOf(question)] = { said: question.dataset.said || "", chosen: input.value, right, first };
      cjm.keep("localStorage", "tests", results);
      score();
      if (asking) { asking.answered(question, first); }
    }
    cjm.part(question, "[data-where]").hidden = false;
  }
  /** @type {(question: HTMLElement) => void} */
  function clear(question) {
    question.querySelectorAll("input").forEach((input) => { input.checked = false; });
    question.querySelectorAll(".option, .because").forEach((one) => { one.classList.remove("right", "wrong"); });
    question.querySelectorAll("[data-because], [data-where]").forEach((one) => { one.hidden = true; });
    cjm.part(question, ".verdict").textContent = "";
  }
  const live = document.createElement("div");
  live.className = "unseen";
  live.setAttribute("aria-live", "polite");
  document.body.appendChild(live);
  /** @type {(words: string) => void} */
  function announce(words) { live.textContent = words; }

  /* Arrows walk through the answers without giving one, since the first answer counts; space or Enter gives it. */
  /** @type {(event: KeyboardEvent) => void} */
  function walk(event) {
    const asked = cjm.within(event, "[data-question]");
    /** @type {HTMLInputElement[]} */
    const inputs = asked ? [...asked.querySelectorAll("input")] : [];
    const at = inputs.findIndex((one) => one === event.target);
    const step = ["ArrowDown", "ArrowRight"].includes(event.key) ? 1 : ["ArrowUp", "ArrowLeft"].includes(event.key) ? -1 : 0;
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (step) { event.preventDefault(); inputs[(at + step + inputs.length) % inputs.length].focus(); }
    if (event.key === "Enter") { event.preventDefault(); inputs[at].click(); }
  }

  /* The options stand in another order each day, so that nobody learns the place of the right one. */
  const day = Math.floor(Date.now() / 864e5);
  /** @type {(question: HTMLElement) => void} */
  function shuffle(question) {
    let seed = day;
    for (const letter of idOf(question)) { seed = (seed * 31 + letter.charCodeAt(0)) % 2147483647; }
    const pairs = [...question.querySelectorAll(".option")].map((option) => [option, reason(option)]);
    for (let at = pairs.length - 1; at > 0; at--) {
      seed = (seed * 48271) % 2147483647;
      const other = seed % (at + 1);
      [pairs[at], pairs[other]] = [pairs[other], pairs[at]];
    }
    const end = cjm.part(question, ".verdict");
    pairs.forEach((pair) => { end.before(...pair); });
  }

  questions.forEach((question) => {
    shuffle(question);
    question.addEventListener("keydown", walk);
    question.addEventListener("change", ({ target }) => { if (target instanceof HTMLInputElement) { judge(question, target, false); } });
    const before = known(question);
    const input = before && [...question.querySelectorAll("input")].find((one) => one.value === before.chosen);
    if (input) { input.checked = true; judge(question, input, true); }
  });

  /* The score of a part: how many of its questions were right at the first try. */
  /** @type {(of: HTMLElement) => HTMLElement | null} */
  function beside({ nextElementSibling: one }) { return one instanceof HTMLElement ? one : null; }
  /** @type {(card: HTMLElement) => HTMLElement[]} */
  function ofPart(card) {
    /** @type {HTMLElement[]} */
    const found = [];
    let node = beside(card);
    while (node && !node.matches("h2")) {
      if (node.matches("[data-question]")) { found.push(node); }
      node = beside(node);
    }
    return found;
  }
  function score() {
    document.querySelectorAll("[data-score], [data-total]").forEach((card) => {
      const all = asking && "total" in card.dataset ? asking.chosen() : ofPart(card);
      card.hidden = false;
      const right = all.filter((one) => (known(one) || { first: false }).first).length;
      cjm.part(card, "[data-count]").textContent = say("answered", { right, all: all.length });
      cjm.part(card, ".progress span").style.width = (all.length ? 100 * right / all.length : 0) + "%";
    });
  }
  document.querySelectorAll("[data-reset]").forEach((button) => {
    button.addEventListener("click", () => {
      const card = button.closest("[data-score]");
      (card ? ofPart(card) : []).forEach((question) => {
        delete results[idOf(question)];
        clear(question);
      });
      cjm.keep("localStorage", "tests", results);
      score();
    });
  });

  /* One is asked about what one chose. `ids` in their order, `first` whether the first answer was right, `now` the question that
     is shown; `said` as of each question when it was put, so that one that changed is asked again and nothing else is lost. */
  /** @typedef {{ about: string, ids: string[], said: Record<string, string>, first: Record<string, boolean>, now: string }} Round */
  /** @type {(about: HTMLSelectElement, page: HTMLElement) => { chosen(): HTMLElement[], answered(question: HTMLElement, first: boolean): void }} */
  function rounds(about, page) {
    /** @type {(name: string) => HTMLElement} */
    const part = (name) => cjm.part(page, "[data-" + name + "]");
    /** @type {Round} */
    let round = cjm.kept("localStorage", "round", { about: "", ids: [], said: {}, first: {}, now: "" });
    /** @type {() => HTMLElement[]} */
    function chosen() {
      const of = (about.selectedOptions[0].dataset.of || "").split(" ");
      return questions.filter((one) => of[0] === "*" || of.includes(idOf(one).split("/")[0]));
    }
    /** @type {(id: string) => HTMLElement | undefined} */
    function questionOf(id) { return questions.find((one) => idOf(one) === id); }
    /** @type {(asked: HTMLElement[]) => void} */
    function begin(asked) {
      /** @type {(one: HTMLElement) => number} */
      const worth = (one) => { const before = known(one); return (before ? before.first ? 2 : 0 : 1) + Math.random() * 0.9; };
      /** @type {[HTMLElement, number][]} */
      const turns = asked.map((one) => [one, worth(one)]);
      const ids = [...turns].sort(([, one], [, other]) => one - other).map(([one]) => idOf(one));
      round = { about: about.value, ids, said: {}, first: {}, now: "" };
      show(next());
    }
    /* The next that has no answer. */
    function next() { return round.ids.find((id) => !(id in round.first)) || ""; }
    function keepRound() { cjm.keep("localStorage", "round", round); }
    /** @type {(id: string) => void} */
    function show(id) {
      const question = questionOf(id);
      if (!question) { sum(); return; }
      round.now = id;
      round.said[id] = question.dataset.said || "";
      if (!(id in round.first)) { anew.add(id); clear(question); }
      keepRound();
      questions.forEach((one) => { one.classList.toggle("current", one === question); });
      tell();
      mode("asking");
      const head = cjm.part(question, "legend");
      head.tabIndex = -1;
      head.focus();
    }
    function tell() {
      const done = Object.keys(round.first).length, at = done + (round.now in round.first ? 0 : 1), all = round.ids.length;
      part("at").textContent = say("asked_at", { at, all });
      cjm.part(page, "[data-asking] .progress span").style.width = 100 * done / all + "%";
      part("next").textContent = say(round.now in round.first ? "asked_next" : "asked_later");
      part("next").hidden = done === all - 1 && !(round.now in round.first); // the last one cannot be put off
    }
    /** @type {(question: HTMLElement, first: boolean) => void} */
    function answered(question, first) {
      if (!page.classList.contains("in-round") || idOf(question) !== round.now || round.now in round.first) { return; }
      round.first[round.now] = first;
      keepRound();
      tell();
    }
    function mistakes() { return questions.filter((one) => round.first[idOf(one)] === false); }
    function sum() {
      const done = Object.keys(round.first), missed = mistakes();
      part("sum").textContent = say("asked_sum", { right: done.length - missed.length, all: done.length });
      part("none").hidden = !done.length || missed.length > 0;
      part("missed").hidden = part("mistakes").hidden = !missed.length;
      cjm.part(page, "[data-missed] ul").replaceChildren(...missed.map((one) => {
        const { href, textContent } = cjm.part(one, "[data-where] a");
        const small = cjm.element("small", {}, [cjm.part(one, "legend").textContent]);
        return cjm.element("li", {}, [cjm.element("a", { href }, [cjm.element("span", {}, [textContent, small])])]);
      }));
      round.now = "";
      keepRound();
      questions.forEach((one) => { one.classList.remove("current"); });
      mode("asked");
      part("sum").focus();
    }
    /* What of the page is seen, and its address, so that Back comes to the same question. */
    /** @type {(name: "" | "asking" | "asked", address?: string) => void} */
    function mode(name, address) {
      page.classList.toggle("in-round", !!name);
      page.querySelectorAll("[data-asking]").forEach((one) => { one.hidden = name !== "asking"; });
      part("asked").hidden = name !== "asked";
      history.replaceState(null, "", name ? "#now" : address || location.pathname + location.search);
      if (!name) { offer(); score(); }
      if (!address) { scrollTo(0, 0); }
    }
    function offer() {
      const done = Object.keys(round.first).length, all = round.ids.length;
      part("go-on").hidden = !done || done === all;
      part("go-on").textContent = say("asked_on", { at: done + 1, all });
    }
    function named() {
      const name = location.hash.startsWith("#about=") ? decodeURIComponent(location.hash.slice(7)) : "";
      const found = [...about.options].find((one) => one.value === name);
      if (name && found) { about.value = name; }
      return name && found;
    }
    round.ids = round.ids.filter(questionOf); // of a new edition what is gone is left out, what changed is asked again
    for (const id of Object.keys(round.first)) {
      const question = questionOf(id);
      if (!question || question.dataset.said !== round.said[id]) { delete round.first[id]; }
    }
    about.value = round.about;
    if (!about.selectedOptions.length) { about.value = ""; }
    about.addEventListener("change", score);
    part("begin").addEventListener("click", () => { begin(chosen()); });
    part("go-on").addEventListener("click", () => { show(round.now || next()); });
    part("next").addEventListener("click", () => {
      if (!(round.now in round.first)) { round.ids.push(...round.ids.splice(round.ids.indexOf(round.now), 1)); }
      show(next());
    });
    part("finish").addEventListener("click", sum);
    part("mistakes").addEventListener("click", () => { begin(mistakes()); });
    part("close").addEventListener("click", () => { mode(""); about.focus(); });
    addEventListener("hashchange", () => { // a link to a part, or to another choice, leaves the round where it is
      if (location.hash === "#now") { return; }
      mode("", location.hash);
      const at = named() ? about : document.getElementById(location.hash.slice(1));
      if (at) { at.scrollIntoView(); }
    });
    offer();
    if (named()) { about.focus(); } else if (location.hash === "#now" && round.ids.length) { show(round.now); }
    return { chosen, answered };
  }
  const select = document.querySelector("select#about"), article = select && select.closest("article");
  if (select && article) { asking = rounds(select, article); }
  score();
})();
