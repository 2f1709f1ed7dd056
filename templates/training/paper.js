/* The page of an exam: the examiner opens it with the code, somebody answers, the examiner marks it and seals the result.
   What is drawn here `cjm/training/draw.py` draws too, sign by sign. Nothing is loaded, nothing is sent. */
(function () {
  "use strict";

  /** @typedef {{ text: string, right: boolean, because: string }} ExamOption */
  /** @typedef {{ id: string, section: string, kind: "one" | "several" | "order" | "say", ask: string, options: ExamOption[], points: string[] }} ExamQuestion */
  /** @typedef {{ id: string, section: string, do: string, done: string }} ExamCheck */
  /** @typedef {{ questions: ExamQuestion[], checks: ExamCheck[], sections: Record<string, string> }} ExamSecret */
  /** @typedef {{ question: ExamQuestion, order: number[] }} ExamPaper one question as it is drawn */
  /** @typedef {number | number[] | null} ExamAnswer null is «I do not know» */
  /** @typedef {ExamAnswer | undefined} ExamGiven undefined is not answered yet */
  /** @typedef {{ role: string, name: string, initials: string, run: number, examiner: string, before: string }} Examined */
  /** @typedef {{ secret: ExamSecret, seal: CryptoKey }} Unlocked */
  /** @typedef {{ day: string, code: string, checks: { id: string, done: boolean }[] }} ExamResult what of it the sheet shows */
  /** @typedef {{ edition: string, roles: { id: string, title: string, sections: string[] }[], must: string[], questions: number, pass: number, examiners: string[] }} ExamHead */
  /** @type {(selector: string) => HTMLElement} */
  function part(selector) { return /** @type {HTMLElement} */ (document.querySelector(selector)); }
  /** @type {{ head: ExamHead, rounds: number, nonce: string, hidden: string }} */
  const packed = JSON.parse(part("#packed").textContent);
  /** @type {Record<string, string>} */
  const words = JSON.parse(part("#words").textContent);
  const head = packed.head;
  const room = part("main");
  const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const CHECK = 4;
  const CHECKS = 4;

  /** @type {(name: string, values?: Record<string, unknown>) => string} */
  const say = (name, values) => words[name].replace(/\{(\w+)\}/g, (_, key) => String((values || {})[key]));
  /** @type {(text: string) => Uint8Array<ArrayBuffer>} */
  const bytes = (text) => new TextEncoder().encode(text);
  /** @type {(text: string) => Uint8Array<ArrayBuffer>} */
  const unpacked = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  /* Numbers from a text: FNV-1a, then mulberry32. */
  /** @type {(seed: string) => () => number} */
  function random(seed) {
    let state = 2166136261;
    bytes(seed).forEach((byte) => { state = Math.imul(state ^ byte, 16777619) >>> 0; });
    return () => {
      state = (state + 0x6D2B79F5) >>> 0;
      let made = Math.imul(state ^ (state >>> 15), state | 1);
      made ^= made + Math.imul(made ^ (made >>> 7), made | 61);
      return (made ^ (made >>> 14)) >>> 0;
    };
  }
  /** @template One @param {One[]} of @param {() => number} next */
  function shuffled(of, next) {
    const made = of.slice();
    for (let at = made.length - 1; at > 0; at -= 1) {
      const other = next() % (at + 1);
      [made[at], made[other]] = [made[other], made[at]];
    }
    return made;
  }
  /** @type {(name: string) => string} */
  function initialsOf(name) {
    return name.normalize("NFC").toUpperCase().replace(/Ё/g, "Е").replace(/\./g, " ").split(/\s+/).filter(Boolean)
      .map((word) => [...word][0]).join("");
  }
  /** @type {(question: ExamQuestion) => number} */
  const size = (question) => question.options.length || question.points.length;
  /** @type {(role: string) => string[]} */
  const sectionsOf = (role) => (head.roles.find((one) => one.id === role) || { sections: [] }).sections;

  /** @type {(secret: ExamSecret, role: string, initials: string, run: number, before: string) => ExamPaper[]} */
  function draw(secret, role, initials, run, before) {
    const seen = new Set();
    const wrong = new Set();
    if (run >= 2) {
      const paper = draw(secret, role, initials, 1, "");
      const answers = run === 2 && before ? answersOf(before, paper) : null;
      paper.forEach((one, at) => {
        seen.add(one.question.id);
        if (answers && !isRight(one.question, answers[at])) { wrong.add(one.question.id); }
      });
    }
    const next = random(head.edition + "|" + role + "|" + initials + "|" + run);
    const sections = sectionsOf(role);
    /** @type {Record<string, ExamQuestion[]>} */
    const pools = {};
    /** @type {(one: ExamQuestion) => number} */
    const weight = (one) => !seen.has(one.id) ? 0 : wrong.has(one.id) ? 1 : 2;
    sections.forEach((section) => {
      const pool = shuffled(secret.questions.filter((one) => one.section === section), next);
      pools[section] = pool.sort((one, other) => weight(one) - weight(other));
    });
    const missed = sections.filter((section) => [...wrong].some((id) => id.split("/")[0] === section));
    const rest = shuffled(sections.filter((section) => !missed.includes(section)), next);
    /** @type {ExamQuestion[]} */
    let picked = [];
    /** @type {(section: string, count: number) => void} */
    const take = (section, count) => {
      picked = picked.concat(pools[section].slice(0, count));
      pools[section] = pools[section].slice(count);
    };
    sections.filter((section) => head.must.includes(section)).forEach((section) => { take(section, 2); });
    const others = [...missed, ...rest].filter((section) => !head.must.includes(section));
    [others, sections.filter((section) => !others.includes(section))].forEach((turns) => {
      while (picked.length < head.questions && turns.some((section) => pools[section].length)) {
        turns.forEach((section) => { take(section, 1); });
      }
    });
    picked = picked.slice(0, head.questions);
    const first = picked.filter((one) => missed.includes(one.section));
    const asked = first.concat(shuffled(picked.filter((one) => !first.includes(one)), next));
    return asked.map((question) => ({ question, order: shuffled([...Array(size(question)).keys()], next) }));
  }
  /** @type {(secret: ExamSecret, role: string, initials: string, run: number) => ExamCheck[]} */
  function checksOf(secret, role, initials, run) {
    const steps = secret.checks.filter((one) => sectionsOf(role).includes(one.section));
    return shuffled(steps, random(head.edition + "|" + role + "|" + initials + "|" + run + "|checks")).slice(0, CHECKS);
  }

  /** @type {(question: ExamQuestion, answer: ExamAnswer) => boolean} */
  function isRight(question, answer) {
    if (answer === null) { return false; }
    if (typeof answer === "number") { return question.options[answer].right; }
    if (question.kind === "order") { return answer.every((one, at) => one === at); }
    if (question.kind === "say") { return answer.length === question.points.length; }
    return question.options.every((option, at) => option.right === answer.includes(at));
  }

  /* The short code: all answers as one number, and a check that only the examiner's code makes. */
  /** @type {(count: number) => number} */
  const factorial = (count) => count < 2 ? 1 : count * factorial(count - 1);
  /** @type {(question: ExamQuestion) => bigint} */
  function radix(question) {
    const count = size(question);
    return BigInt(question.kind === "one" ? count + 1 : question.kind === "order" ? factorial(count) + 1 : 2 ** count);
  }
  /** @type {(question: ExamQuestion, answer: ExamAnswer) => bigint} */
  function digit(question, answer) {
    if (answer === null) { return BigInt(0); }
    if (typeof answer === "number") { return BigInt(answer + 1); }
    if (question.kind !== "order") { return BigInt(answer.reduce((sum, at) => sum + 2 ** at, 0)); }
    const left = answer.slice().sort((one, other) => one - other);
    return BigInt(1 + answer.reduce((made, one) => {
      const place = left.indexOf(one);
      const grown = made * left.length + place;
      left.splice(place, 1);
      return grown;
    }, 0));
  }
  /** @type {(question: ExamQuestion, value: number) => ExamAnswer} */
  function answerOf(question, value) {
    if (!value) { return null; }
    const count = size(question);
    if (question.kind === "one") { return value - 1; }
    if (question.kind !== "order") { return [...Array(count).keys()].filter((at) => Math.floor(value / 2 ** at) % 2); }
    /** @type {number[]} */
    const places = [];
    let rank = value - 1;
    for (let base = 1; base <= count; base += 1) {
      places.push(rank % base);
      rank = Math.floor(rank / base);
    }
    const left = [...Array(count).keys()];
    return places.reverse().map((place) => left.splice(place, 1)[0]);
  }
  /** @type {(paper: ExamPaper[]) => number} */
  function lengthOf(paper) {
    let most = paper.reduce((made, one) => made * radix(one.question), BigInt(1));
    let signs = 0;
    while (most > BigInt(1)) {
      most = (most + BigInt(31)) / BigInt(32);
      signs += 1;
    }
    return signs;
  }
  /** @type {(code: string) => string} */
  const asSigns = (code) => code.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1").replace(/[- \u2013\u2014]/g, "");
  /** @type {(signs: string) => string} */
  const inFours = (signs) => signs.replace(/.{4}(?=.)/g, "$&-");
  /** @type {(code: string, paper: ExamPaper[]) => ExamAnswer[] | null} */
  function answersOf(code, paper) {
    const signs = asSigns(code).slice(0, -CHECK);
    if (signs.length !== lengthOf(paper) || [...signs].some((sign) => !SIGNS.includes(sign))) { return null; }
    let number = [...signs].reduce((made, sign) => made * BigInt(32) + BigInt(SIGNS.indexOf(sign)), BigInt(0));
    /** @type {ExamAnswer[]} */
    const found = [];
    paper.slice().reverse().forEach((one) => {
      found.push(answerOf(one.question, Number(number % radix(one.question))));
      number /= radix(one.question);
    });
    return number ? null : found.reverse();
  }
  /** @type {(key: CryptoKey, text: string) => Promise<Uint8Array>} */
  async function mac(key, text) {
    return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes(text)));
  }
  /** @type {(key: CryptoKey, who: Examined, signs: string) => Promise<string>} */
  async function checked(key, who, signs) {
    const made = await mac(key, [head.edition, who.role, who.initials, who.run, signs].join("|"));
    const number = ((made[0] << 24) | (made[1] << 16) | (made[2] << 8) | made[3]) >>> 0;
    return [0, 1, 2, 3].map((at) => SIGNS[(number >>> (5 * at)) & 31]).join("");
  }
  /** @type {(key: CryptoKey, who: Examined, paper: ExamPaper[], answers: ExamAnswer[]) => Promise<string>} */
  async function codeOf(key, who, paper, answers) {
    let number = paper.reduce((made, one, at) => made * radix(one.question) + digit(one.question, answers[at]), BigInt(0));
    let signs = "";
    for (let at = lengthOf(paper); at; at -= 1) {
      signs = SIGNS[Number(number % BigInt(32))] + signs;
      number /= BigInt(32);
    }
    signs += await checked(key, who, signs);
    return inFours(signs);
  }

  /* The examiner's code opens the questions; the same code seals the result. */
  /** @type {(code: string) => Promise<Unlocked>} */
  async function unlock(code) {
    const typed = code.toUpperCase().replace(/[^0-9A-ZА-ЯЁ]/g, "");
    const base = await crypto.subtle.importKey("raw", bytes(typed), "PBKDF2", false, ["deriveBits"]);
    const both = await crypto.subtle.deriveBits(
      { name: "PBKDF2", hash: "SHA-256", salt: bytes(head.edition), iterations: packed.rounds }, base, 512);
    const hide = await crypto.subtle.importKey("raw", both.slice(0, 32), "AES-GCM", false, ["decrypt"]);
    const seal = await crypto.subtle.importKey("raw", both.slice(32), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: unpacked(packed.nonce), additionalData: bytes(head.edition) }, hide, unpacked(packed.hidden));
    return { secret: JSON.parse(new TextDecoder().decode(plain)), seal };
  }

  /* Small pieces of the page. */
  /** @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {string} [classes] @param {string} [text] @returns {HTMLElementTagNameMap[Tag]} */
  function make(tag, classes, text) {
    const made = document.createElement(tag);
    if (classes) { made.className = classes; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }
  /** @type {(...pieces: Node[]) => void} */
  function show(...pieces) {
    room.replaceChildren(...pieces);
    window.scrollTo(0, 0);
    const first = room.querySelector("[data-focus]");
    if (first instanceof HTMLElement) { first.focus(); }
  }
  /** @type {(label: string, input: HTMLElement, hint?: string) => HTMLElement} */
  function field(label, input, hint) {
    const made = make("label", "field");
    made.append(make("span", "", label), input);
    if (hint) { made.append(make("small", "", hint)); }
    return made;
  }
  /** @type {(name: string, type?: string) => HTMLInputElement} */
  function input(name, type) {
    const made = make("input");
    Object.assign(made, { name, type: type || "text", autocomplete: "off", required: type !== "optional" });
    if (type === "optional") { made.type = "text"; }
    return made;
  }
  /** @type {(name: string, values: string[][]) => HTMLSelectElement} */
  function choice(name, values) {
    const made = make("select");
    made.name = name;
    values.forEach(([value, text]) => {
      const option = make("option", "", text);
      option.value = value;
      made.append(option);
    });
    return made;
  }
  /** @type {(text: string, kind: string, act: () => void) => HTMLButtonElement} */
  function button(text, kind, act) {
    const made = make("button", kind, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  /** @type {(text?: string) => HTMLElement} */
  const alert = (text) => {
    const made = make("p", "wrong", text || "");
    made.setAttribute("role", "alert");
    return made;
  };

  /* 1. Who takes it, which run, whose code. */
  function start() {
    const form = make("form", "card");
    const roles = choice("role", head.roles.map((one) => [one.id, one.title]));
    const run = choice("run", [["1", say("run_first")], ["2", say("run_second")], ["3", say("run_retry")], ["4", say("run_more")]]);
    const before = field(say("before"), input("before", "optional"), say("before_hint"));
    before.hidden = true;
    run.addEventListener("change", () => { before.hidden = run.value !== "2"; });
    const said = alert();
    const open = make("button", "main", say("open"));
    form.append(
      field(say("name"), input("name"), say("name_hint")), field(say("role"), roles), field(say("run"), run), before,
      field(say("examiner"), input("examiner"), head.examiners.join(", ")), field(say("code"), input("code", "password"), say("code_hint")), said, open);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const typed = Object.fromEntries(new FormData(form));
      said.textContent = "";
      if (!window.isSecureContext) { said.textContent = say("not_secure"); return; }
      const initials = initialsOf(String(typed.name));
      if (initials.length < 2) { said.textContent = say("two_words"); return; }
      if (initialsOf(String(typed.examiner)) === initials) { said.textContent = say("same_person"); return; }
      open.disabled = true;
      try {
        const opened = await unlock(String(typed.code));
        /** @type {Examined} */
        const who = { role: String(typed.role), name: String(typed.name).trim().replace(/\s+/g, " "), initials, run: Number(typed.run), examiner: String(typed.examiner).trim().replace(/\s+/g, " "), before: "" };
        if (who.run === 2 && String(typed.before).trim()) {
          const first = Object.assign({}, who, { run: 1 });
          const signs = asSigns(String(typed.before));
          const sound = answersOf(signs, draw(opened.secret, who.role, initials, 1, "")) && await checked(opened.seal, first, signs.slice(0, -CHECK)) === signs.slice(-CHECK);
          if (!sound) { said.textContent = say("before_wrong"); open.disabled = false; return; }
          who.before = inFours(signs);
        }
        answer(who, draw(opened.secret, who.role, initials, who.run, who.before), new Date());
      } catch {
        said.textContent = say("code_wrong");
      }
      open.disabled = false;
    });
    show(make("p", "lead", say("lead", { questions: head.questions, pass: head.pass })), form);
  }

  /* 2. One question a screen. */
  /** @type {(who: Examined, paper: ExamPaper[], begun: Date) => void} */
  function answer(who, paper, begun) {
    const kept = "cjm-exam|" + [head.edition, who.role, who.initials, who.run, who.before].join("|");
    /** @type {ExamGiven[]} */
    let given = paper.map(() => undefined);
    try {
      /** @type {(ExamAnswer | "?")[] | null} */
      const old = JSON.parse(sessionStorage.getItem(kept) || "null");
      if (old && old.length === paper.length) { given = old.map((one) => one === "?" ? undefined : one); }
    } catch { /* a browser that keeps nothing */ }
    const keep = () => {
      try { sessionStorage.setItem(kept, JSON.stringify(given.map((one) => one === undefined ? "?" : one))); } catch { /* the same */ }
    };
    const open = () => given.findIndex((one) => one === undefined);
    /** @type {(at: number) => number} */
    const after = (at) => {
      const later = given.findIndex((one, place) => place > at && one === undefined);
      return later < 0 ? open() : later;
    };
    /** @type {(at: number) => void} */
    const turn = (at) => { if (at < 0) { hand(who, paper, given, begun, kept); } else { ask(at); } };

    /** @type {(at: number) => void} */
    function ask(at) {
      const { question, order } = paper[at];
      const cells = make("div", "cells");
      paper.forEach((_, place) => { cells.append(make("i", place === at ? "now" : given[place] !== undefined ? "done" : place < at ? "later" : "")); });
      cells.setAttribute("role", "img");
      cells.setAttribute("aria-label", say("progress", { at: at + 1, all: paper.length }));
      const minutes = Math.round((Date.now() - begun.getTime()) / 60000);
      const line = make("p", "soft between");
      line.append(make("span", "", say("progress", { at: at + 1, all: paper.length })), make("span", "", say("minutes", { minutes })));
      const title = make("h2", "", question.ask);
      title.tabIndex = -1;
      title.dataset.focus = "";
      const list = make("div", "options");
      const said = alert();
      /** @type {number[]} */
      let place = [];
      /** @type {(text: string, type: string, value: string) => HTMLInputElement} */
      const option = (text, type, value) => {
        const made = make("label", "option");
        const box = make("input");
        Object.assign(box, { type, name: "answer", value });
        made.append(box, make("span", "", text));
        list.append(made);
        return box;
      };
      const told = make("p", "soft", { one: say("choose_one"), several: say("choose_several"), order: say("choose_order"), say: say("choose_say") }[question.kind]);
      if (question.kind === "order") {
        const redraw = () => {
          list.replaceChildren();
          order.forEach((of) => {
            const number = place.indexOf(of) + 1;
            const made = button((number ? number + ". " : "") + question.options[of].text, "option" + (number ? " chosen" : ""), () => {
              place = number ? place.slice(0, number - 1) : place.concat(of);
              redraw();
            });
            made.setAttribute("aria-pressed", String(!!number));
            list.append(made);
          });
        };
        redraw();
      } else if (question.kind !== "say") {
        order.forEach((of) => { option(question.options[of].text, question.kind === "one" ? "radio" : "checkbox", String(of)); });
      }
      const unknown = button(say("unknown"), "option unknown", () => { given[at] = null; keep(); turn(after(at)); });
      const foot = make("footer");
      foot.append(button(say("later"), "", () => { const next = after(at); turn(next < 0 ? at : next); }), button(question.kind === "say" ? say("said_aloud") : say("answer"), "main", () => {
        const chosen = [...list.querySelectorAll("input:checked")].map((box) => Number(box.value));
        if (question.kind === "order" ? place.length < order.length : question.kind !== "say" && !chosen.length) { said.textContent = say("choose_first"); return; }
        given[at] = question.kind === "one" ? chosen[0] : question.kind === "order" ? place : question.kind === "say" ? [] : chosen.sort((one, other) => one - other);
        keep();
        turn(after(at));
      }));
      show(cells, line, title, told, list, unknown, said, foot);
    }
    turn(open());
  }

  /* 3. Back to the examiner: what was said and shown is ticked, the result is sealed. */
  /** @type {(who: Examined, paper: ExamPaper[], given: ExamGiven[], begun: Date, kept: string) => void} */
  function hand(who, paper, given, begun, kept) {
    const form = make("form", "card");
    const code = input("code", "password");
    const said = alert();
    const go = make("button", "main", say("mark"));
    form.append(make("h2", "", say("hand_over")), field(say("code"), code), said, go);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      go.disabled = true;
      try { tick(who, paper, given, begun, kept, await unlock(code.value)); } catch { said.textContent = say("code_wrong"); }
      go.disabled = false;
    });
    show(form);
  }
  /** @type {(who: Examined, paper: ExamPaper[], given: ExamGiven[], begun: Date, kept: string, opened: Unlocked) => void} */
  function tick(who, paper, given, begun, kept, opened) {
    const form = make("form", "card");
    const checks = checksOf(opened.secret, who.role, who.initials, who.run);
    /** @type {(text: string, name: string) => HTMLElement} */
    const box = (text, name) => {
      const made = make("label", "option");
      const ticked = make("input");
      Object.assign(ticked, { type: "checkbox", name });
      made.append(ticked, make("span", "", text));
      return made;
    };
    paper.forEach(({ question }, at) => {
      if (question.kind !== "say" || given[at] === null) { return; }
      form.append(make("h2", "", question.ask), make("p", "soft", say("tick_said")));
      question.points.forEach((point, place) => { form.append(box(point, "say-" + at + "-" + place)); });
    });
    if (checks.length) {
      form.append(make("h2", "", say("show_it")), make("p", "soft", say("tick_shown")));
      checks.forEach((one) => { form.append(box(one.do + (one.done ? " — " + one.done : ""), "check-" + one.id)); });
    }
    const finish = make("button", "main", say("seal"));
    form.append(finish);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const ticks = new Set(new FormData(form).keys());
      /** @type {ExamAnswer[]} */
      const answers = given.map((one, at) => one === undefined ? null : paper[at].question.kind !== "say" || one === null ? one : paper[at].question.points.map((_, place) => place).filter((place) => ticks.has("say-" + at + "-" + place)));
      const day = new Date(begun.getTime() - begun.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
      const result = {
        cjm: "result/1", edition: head.edition, role: who.role, name: who.name, initials: who.initials, run: who.run, before: who.before, day,
        minutes: Math.round((Date.now() - begun.getTime()) / 60000), examiner: who.examiner, answers,
        checks: checks.map((one) => ({ id: one.id, done: ticks.has("check-" + one.id) })), code: await codeOf(opened.seal, who, paper, answers),
      };
      const seal = [...await mac(opened.seal, JSON.stringify(result))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      try { sessionStorage.removeItem(kept); } catch { /* nothing is kept */ }
      sheet(who, paper, answers, Object.assign(result, { seal }), opened.secret, checks);
    });
    if (form.children.length > 1) { show(form); } else { form.requestSubmit(finish); }
  }

  /* 4. The sheet to print and sign, the file, the code. */
  /** @type {(who: Examined, paper: ExamPaper[], answers: ExamAnswer[], result: ExamResult, secret: ExamSecret, checks: ExamCheck[]) => void} */
  function sheet(who, paper, answers, result, secret, checks) {
    const right = paper.filter((one, at) => isRight(one.question, answers[at])).length;
    const missed = paper.filter((one, at) => !isRight(one.question, answers[at]));
    const must = head.must.filter((section) => missed.some((one) => one.question.section === section));
    const passed = right >= head.pass && !must.length;
    const page = make("article", "sheet");
    const facts = make("dl");
    /** @type {(name: string, value: string) => void} */
    const row = (name, value) => { facts.append(make("dt", "", name), make("dd", "", value)); };
    row(say("name"), who.name);
    row(say("role"), head.roles.filter((one) => one.id === who.role).map((one) => one.title).join());
    row(say("run"), String(who.run));
    row(say("day"), result.day.split("-").reverse().join("."));
    row(say("examiner"), who.examiner);
    row(say("edition"), head.edition);
    page.append(make("h2", passed ? "good" : "bad", passed ? say("passed", { right, all: paper.length }) : say("failed", { right, all: paper.length, pass: head.pass })), facts);
    if (must.length) { page.append(make("p", "wrong", say("must_missed", { sections: must.map((section) => secret.sections[section]).join("; ") }))); }
    if (checks.length) {
      page.append(make("h3", "", say("shown")));
      const list = make("ul");
      result.checks.forEach((one, at) => { list.append(make("li", one.done ? "good" : "bad", (one.done ? "✓ " : "✗ ") + checks[at].do)); });
      page.append(list);
    }
    if (missed.length) {
      page.append(make("h3", "", say("read_again")));
      missed.forEach(({ question }) => {
        const at = paper.findIndex((one) => one.question === question);
        const one = make("section", "missed");
        const answer = answers[at];
        /** @type {(of: number[]) => string} */
        const texts = (of) => of.map((place) => question.options[place].text).join(question.kind === "order" ? " → " : "; ");
        one.append(make("p", "kicker", secret.sections[question.section]), make("p", "asked", question.ask));
        if (question.kind === "say") {
          one.append(make("p", "", say("not_said") + ": " + question.points.filter((_, place) => !(Array.isArray(answer) && answer.includes(place))).join("; ")));
        } else {
          const rights = question.kind === "order" ? question.options.map((_, place) => place) : question.options.map((option, place) => option.right ? place : -1).filter((place) => place >= 0);
          one.append(make("p", "", say("chosen") + ": " + (answer === null ? say("unknown") : texts(Array.isArray(answer) ? answer : [answer]))));
          one.append(make("p", "", say("right") + ": " + texts(rights)));
          const why = question.options.filter((option, place) => option.because && (question.kind === "one" ? place === answer || (answer === null && option.right) : !option.right)).map((option) => option.because);
          if (why.length) { one.append(make("p", "soft", why.join(" "))); }
        }
        page.append(one);
      });
    }
    page.append(make("p", "code", result.code), make("p", "soft", say("code_for")));
    const signs = make("div", "signs");
    signs.append(make("span", "", say("signed_by", { name: who.name })), make("span", "", say("signed_by", { name: who.examiner })));
    page.append(signs);
    const foot = make("footer");
    const file = new Blob([JSON.stringify(result)], { type: "application/json" });
    const link = make("a", "button main", say("save"));
    Object.assign(link, { href: URL.createObjectURL(file), download: [head.edition, who.initials, who.run, result.day].join("_") + ".json" });
    foot.append(button(say("print"), "", () => window.print()), link);
    show(page, foot);
  }

  window.addEventListener("beforeunload", (event) => { if (room.querySelector("footer .main")) { event.preventDefault(); } });
  start();
})();
