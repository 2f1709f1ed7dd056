// A course in a learning system (SCORM 1.2): questions one by one, the reason after each, score and place kept by the system.
// Without a system around it, it asks all the same and keeps nothing.
(() => {
  "use strict";

  /** @typedef {{ text: string, right: boolean, because: string }} Option */
  /** @typedef {{ id: string, kind: string, section: string, ask: string, options: Option[], points: string[] }} Question */
  /** @typedef {{ LMSInitialize(a: string): string, LMSGetValue(name: string): string, LMSSetValue(name: string, value: string): string, LMSCommit(a: string): string, LMSFinish(a: string): string }} Api */

  const told = /** @type {HTMLElement} */ (document.getElementById("course")).textContent || "{}";
  /** @type {{ questions: Question[], mastery: number, words: Record<string, string> }} */
  const course = JSON.parse(told);
  const words = course.words;
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const began = Date.now();

  /** The system is a window above this one, or the one that opened it. @returns {Api | null} */
  function found() {
    /** @type {any} */
    let view = window;
    for (let up = 0; view && up < 12; up++) {
      if (view.API) { return view.API; }
      view = view.parent && view.parent !== view ? view.parent : view.opener;
    }
    return null;
  }

  const api = found();
  if (api) { api.LMSInitialize(""); }
  const kept = (api && api.LMSGetValue("cmi.suspend_data")) || "";
  // One letter a question: right, wrong, or not yet asked. So even a thousand questions stay below the 4096 that may be kept.
  const answers = /^[+-]*$/.test(kept) && kept.length <= course.questions.length ? [...kept] : [];
  let over = false;

  /** @param {number} seconds */
  function spent(seconds) {
    const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
    return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`;
  }

  function score() {
    return Math.round(100 * answers.filter((one) => one === "+").length / Math.max(course.questions.length, 1));
  }

  function keep() {
    if (!api || over) { return; }
    const done = answers.length === course.questions.length;
    api.LMSSetValue("cmi.suspend_data", answers.join(""));
    api.LMSSetValue("cmi.core.lesson_location", String(answers.length));
    api.LMSSetValue("cmi.core.score.min", "0");
    api.LMSSetValue("cmi.core.score.max", "100");
    api.LMSSetValue("cmi.core.score.raw", String(score()));
    api.LMSSetValue("cmi.core.lesson_status", done ? (score() >= course.mastery ? "passed" : "failed") : "incomplete");
    api.LMSSetValue("cmi.core.exit", done ? "" : "suspend");
    api.LMSCommit("");
  }

  function leave() {
    if (!api || over) { return; }
    api.LMSSetValue("cmi.core.session_time", spent((Date.now() - began) / 1000));
    keep();
    api.LMSFinish("");
    over = true;
  }

  /** @param {string} name @param {string} text @param {string} [look] @returns {HTMLElement} */
  function made(name, text, look) {
    const one = document.createElement(name);
    one.textContent = text;
    if (look) { one.className = look; }
    return one;
  }

  /** @template T @param {T[]} list @returns {T[]} */
  function shuffled(list) {
    const all = [...list];
    for (let last = all.length - 1; last > 0; last--) {
      const other = Math.floor(Math.random() * (last + 1));
      [all[last], all[other]] = [all[other], all[last]];
    }
    return all;
  }

  /** @param {Question} question @param {Option} option @returns {HTMLLabelElement} */
  function choice(question, option) {
    const row = document.createElement("label");
    const text = made("span", option.text);
    if (question.kind === "order") {
      const place = document.createElement("select");
      place.append(new Option("–", ""));
      question.options.forEach((_, index) => { place.append(new Option(String(index + 1), String(index + 1))); });
      row.append(place, text);
    } else {
      const box = document.createElement("input");
      box.type = question.kind === "one" ? "radio" : "checkbox";
      box.name = "answer";
      row.append(box, text);
    }
    return row;
  }

  function ask() {
    main.textContent = "";
    const question = course.questions[answers.length];
    if (!question) { return finish(); }
    main.append(made("p", `${words.question} ${answers.length + 1} / ${course.questions.length} · ${question.section}`, "at"), made("h2", question.ask));
    // What is said aloud nobody marks here: the reader compares it with the points.
    const options = question.kind === "say" ? question.points.map((text) => ({ text, right: true, because: "" })) : question.options;
    const shown = question.kind === "say" ? options : shuffled(options);
    const rows = shown.map((option) => choice(question, option));
    const button = /** @type {HTMLButtonElement} */ (made("button", words.answer));
    if (question.kind === "say") { main.append(made("p", words.say)); }
    main.append(...rows, button);
    button.addEventListener("click", () => {
      const fields = rows.map((row) => /** @type {HTMLInputElement | HTMLSelectElement} */ (row.firstChild));
      const right = shown.map((option, index) => {
        const field = fields[index];
        return field instanceof HTMLSelectElement ? field.value === String(options.indexOf(option) + 1) : field.checked === option.right;
      });
      const touched = fields.some((field) => (field instanceof HTMLSelectElement ? field.value : field.checked));
      if (!touched && question.kind !== "say") { return; }
      answers.push(right.every(Boolean) ? "+" : "-");
      keep();
      rows.forEach((row, index) => {
        fields[index].disabled = true;
        const good = question.kind === "order" ? right[index] : shown[index].right;
        row.classList.add(good ? "right" : "wrong");
        const why = [good ? words.right : words.wrong, shown[index].because].filter(Boolean).join(": ");
        /** @type {HTMLElement} */ (row.lastChild).append(made("small", question.kind === "order" ? `${options.indexOf(shown[index]) + 1}` : why));
      });
      button.remove();
      const next = made("button", words.next);
      next.addEventListener("click", ask);
      main.append(made("p", right.every(Boolean) ? words.right : words.wrong, "said"), next);
      next.focus();
    });
  }

  function finish() {
    const passed = score() >= course.mastery;
    main.append(made("h2", `${score()} / 100`), made("p", passed ? words.passed : words.failed, "said"));
    leave();
  }

  window.addEventListener("pagehide", leave);
  ask();
})();
