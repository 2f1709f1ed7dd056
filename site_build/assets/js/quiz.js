/* The quiz: the reason appears with the answer, the first answer counts, results and read sections stay in this browser. */
(function () {
  "use strict";
  const say = cjm.say;
  /** @type {Record<string, { chosen: string, right: boolean, first: boolean }>} */
  const results = cjm.kept("localStorage", "tests", {});
  const questions = [...document.querySelectorAll("[data-question]")];

  /** @type {(question: HTMLElement) => string} */
  function idOf(question) { return question.dataset.question || ""; }

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
      const before = results[idOf(question)];
      results[idOf(question)] = { chosen: input.value, right, first: before ? before.first : right };
      cjm.keep("localStorage", "tests", results);
      score();
    }
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
    question.addEventListener("change", (event) => { if (event.target instanceof HTMLInputElement) { judge(question, event.target, false); } });
    const before = results[idOf(question)];
    const input = before && [...question.querySelectorAll("input")].find((one) => one.value === before.chosen);
    if (input) { input.checked = true; judge(question, input, true); }
  });

  /* The score of a part: how many of its questions were right at the first try. */
  /** @type {(of: HTMLElement) => HTMLElement | null} */
  function next({ nextElementSibling: beside }) { return beside instanceof HTMLElement ? beside : null; }
  /** @type {(card: HTMLElement) => HTMLElement[]} */
  function ofPart(card) {
    /** @type {HTMLElement[]} */
    const found = [];
    /** @type {HTMLElement | null} */
    let node = next(card);
    while (node && !node.matches("h2")) {
      if (node.matches("[data-question]")) { found.push(node); }
      node = next(node);
    }
    return found;
  }
  function score() {
    document.querySelectorAll("[data-score], [data-total]").forEach((card) => {
      const all = "total" in card.dataset ? questions : ofPart(card);
      card.hidden = false;
      const right = all.filter((one) => (results[idOf(one)] || { first: false }).first).length;
      cjm.part(card, "[data-count]").textContent = say("answered", { right, all: all.length });
      cjm.part(card, ".progress span").style.width = (all.length ? 100 * right / all.length : 0) + "%";
    });
  }
  document.querySelectorAll("[data-reset]").forEach((button) => {
    button.addEventListener("click", () => {
      const card = button.closest("[data-score]");
      (card ? ofPart(card) : []).forEach((question) => {
        delete results[idOf(question)];
        question.querySelectorAll("input").forEach((input) => { input.checked = false; });
        question.querySelectorAll(".option, .because").forEach((one) => { one.classList.remove("right", "wrong"); });
        question.querySelectorAll("[data-because]").forEach((one) => { one.hidden = true; });
        cjm.part(question, ".verdict").textContent = "";
      });
      cjm.keep("localStorage", "tests", results);
      score();
    });
  });
  score();

  /* What a role has read. */
  /** @type {Record<string, boolean | { read: string, day: string }>} */
  const read = cjm.kept("localStorage", "read", {});
  const boxes = [...document.querySelectorAll("input[data-read]")];
  const card = document.querySelector("[data-reading-score]");
  function count() {
    if (!card) { return; }
    const done = boxes.filter((box) => box.checked).length;
    cjm.part(card, "[data-count]").textContent = say("read_count", { done, all: boxes.length });
    cjm.part(card, ".progress span").style.width = 100 * done / boxes.length + "%";
  }
  boxes.forEach((box) => {
    const id = box.dataset.read || "", known = read[id];
    box.checked = known === true || typeof known === "object" && known.read === box.dataset.digest;
    if (known && !box.checked) {
      const told = document.createElement("small");
      told.textContent = say("read_changed");
      (box.closest("li") || box).append(told);
    }
    box.addEventListener("change", () => {
      read[id] = box.checked && { read: box.dataset.digest || "", day: new Date().toLocaleDateString("sv") };
      cjm.keep("localStorage", "read", read);
      count();
    });
  });
  /* The marks as a file for whoever keeps the records: what was read, as which text, on which day. */
  document.querySelectorAll("[data-reading-save]").forEach((button) => button.addEventListener("click", () => {
    const name = window.prompt(say("read_name"));
    if (!name) { return; }
    const sections = Object.entries(read).flatMap(([section, known]) => typeof known === "object" && known.read ? [{ section, read: known.read, day: known.day }] : []);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify({ cjm: "reading/1", name: name.trim(), sections })], { type: "application/json" }));
    link.download = "reading-" + new Date().toLocaleDateString("sv") + ".json";
    link.click();
  }));
  count();

  /* What is ticked while somebody is checked; a new check begins with empty boxes. */
  /** @type {Record<string, boolean>} */
  const ticks = cjm.kept("localStorage", "ticks", {});
  const list = [...document.querySelectorAll("input[data-tick]")];
  const after = document.querySelector("[data-ticked]");
  function ticked() {
    const done = list.filter((box) => box.checked).length;
    if (!after) { return; }
    after.hidden = !done;
    cjm.part(after, "span").textContent = say("ticked", { done, all: list.length });
  }
  list.forEach((box) => {
    const id = box.dataset.tick || "";
    box.checked = !!ticks[id];
    box.addEventListener("change", () => {
      ticks[id] = box.checked;
      cjm.keep("localStorage", "ticks", ticks);
      ticked();
    });
  });
  if (after) {
    cjm.part(after, "button").addEventListener("click", () => {
      list.filter((box) => box.checked).forEach((box) => { box.click(); });
    });
  }
  ticked();
})();
