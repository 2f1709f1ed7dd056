/* Words to say: gaps filled once fill every phrase of the tab until the next client, a name is typed once and stands in each
   case, a button copies the words, a script shows one channel at a time. Needs names.js. */
(function () {
  "use strict";
  const say = cjm.say;
  /** @type {HTMLElement[]} */
  const gaps = [...document.querySelectorAll(".gap[data-gap]")];
  /** @type {(gap: HTMLElement) => string} */
  function nameOf(gap) { return gap.dataset.gap || ""; }
  /* What is filled for this client, and what stays from one client to the next: my own name. */
  /** @type {Kept} */
  let values = cjm.kept("sessionStorage", "gaps", {});
  /** @type {Kept} */
  const own = cjm.kept("sessionStorage", "gaps-own", {});
  const stays = new Set(gaps.filter((gap) => "stays" in gap.dataset).map(nameOf));

  /* «имя ребёнка (у кого)» is a case of «имя ребёнка»: the name is asked for once, and each form can be written anew. */
  /** @type {Map<string, string>} */
  const cases = new Map(gaps.map((gap) => /** @type {[string, string]} */ ([nameOf(gap), gap.dataset.of || ""])).filter(([, of]) => of));
  /** @type {(name: string) => string} */
  function asked(name) { return name.slice(name.indexOf("(") + 1, -1); }
  /** @type {(name: string) => boolean} */
  function isCase(name) { return cases.has(name) && CJMNames.isAsked(asked(name)); }
  /** @type {(name: string) => string} */
  function wholeOf(name) { return cases.get(name) || ""; }
  /* A form belongs to the name for which it was written, on whatever page that was. */
  /** @type {(name: string) => string} */
  function key(name) { return isCase(name) ? name + " = " + typed(wholeOf(name)) : name; }
  /** @type {(name: string) => string} */
  function typed(name) { return (stays.has(name) ? own : values)[key(name)] || ""; }
  /** @type {(name: string) => string} */
  function derived(name) {
    const whole = isCase(name) ? typed(wholeOf(name)).trim() : "";
    const upper = whole.split(" ").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
    return whole && CJMNames.declined(upper, asked(name));
  }
  /** @type {(name: string) => string} */
  function filled(name) { return typed(name) || derived(name); }
  /* What is asked for where this gap is tapped: the name itself, as long as nobody has said it. */
  /** @type {(name: string) => string} */
  function toAsk(name) { return isCase(name) && !filled(name) ? wholeOf(name) : name; }
  /** @type {(gap: HTMLElement) => string} */
  function shown(gap) {
    const value = filled(nameOf(gap)).trim();
    return value && "capital" in gap.dataset ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  }
  function paint() {
    gaps.forEach((gap) => {
      if (gap.querySelector("input")) { return; }
      const value = shown(gap);
      gap.textContent = value || gap.dataset.written || "";
      gap.classList.toggle("filled", !!value);
      gap.setAttribute("aria-label", value ? nameOf(gap) + ": " + value : say("fill_gap", { name: gap.dataset.gap }));
    });
    fields.forEach((field) => { if (field !== document.activeElement) { field.value = filled(field.name); } });
    offer();
  }
  /** @type {(name: string, value: string) => void} */
  function fill(name, value) {
    (stays.has(name) ? own : values)[key(name)] = value === derived(name) ? "" : value;
    keep();
  }
  function keep() {
    cjm.keep("sessionStorage", "gaps", values);
    cjm.keep("sessionStorage", "gaps-own", own);
    paint();
  }

  /* The next client is one tap; a tap too much can be taken back as long as nothing is filled for him. */
  const next = document.createElement("button");
  /** @type {Kept | null} */
  let before = null;
  next.type = "button";
  next.className = "new-client";
  next.addEventListener("click", () => {
    const some = named(values);
    [before, values] = some ? [values, {}] : [null, before || {}];
    keep();
  });
  /** @type {(of: Kept | null) => string} */
  function named(of) { return Object.values(of || {}).find((value) => value.trim()) || ""; }
  function offer() {
    const some = named(values);
    next.hidden = !some && !named(before);
    next.textContent = some ? say("new_client") : say("bring_back", { name: named(before) });
  }

  /* A gap becomes a field where it stands. */
  /** @type {HTMLInputElement[]} */
  const fields = [];
  /* The gap to fill after this one: the next empty one of the same words. */
  /** @type {(gap: HTMLElement) => HTMLElement | undefined} */
  function after(gap) {
    const speech = gap.closest("[data-speech]");
    return [...(speech ? speech.querySelectorAll(".gap[data-gap]") : [])].find((other) => other.dataset.gap !== gap.dataset.gap && !shown(other)
        && gap.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  }
  /** @type {(gap: HTMLElement) => void} */
  function edit(gap) {
    if (gap.querySelector("input")) { return; }
    const field = document.createElement("input");
    field.className = "gap-field";
    const name = toAsk(nameOf(gap));
    field.value = filled(name);
    field.setAttribute("aria-label", name);
    field.placeholder = name === gap.dataset.gap && gap.dataset.example ? say("example", { example: gap.dataset.example }) : name;
    field.autocomplete = "off";
    field.enterKeyHint = after(gap) ? "next" : "done";
    gap.textContent = "";
    gap.appendChild(field);
    field.focus();
    field.select();
    let open = true;
    /** @type {(keep: boolean, back: boolean) => void} */
    function close(keep, back) {
      if (!open) { return; }
      open = false;
      const value = field.value.trim();
      field.remove();
      if (keep) { fill(name, value); } else { paint(); }
      if (back) { gap.focus(); }
    }
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter") {
        event.preventDefault();
        const next = field.value.trim() && after(gap);
        close(true, !next);
        if (next) { edit(next); }
      }
      if (event.key === "Escape") { close(false, true); }
    });
    field.addEventListener("blur", () => { close(true, false); });
  }
  gaps.forEach((gap) => {
    gap.dataset.written = gap.textContent || "";
    gap.tabIndex = 0;
    gap.setAttribute("role", "button");
    gap.addEventListener("click", () => { edit(gap); });
    gap.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.target === gap && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); edit(gap); }
    });
  });

  /* On a wide screen all gaps of the page stand in a box at the side. */
  const box = document.querySelector("[data-fill]");
  /** @type {Map<string, string>} */
  const names = new Map();
  gaps.forEach((gap) => {
    const { of, example } = gap.dataset, name = nameOf(gap);
    if (of && isCase(name) && !names.has(of)) { names.set(of, ""); }
    if (!names.get(name)) { names.set(name, example || ""); }
  });
  if (box && names.size && names.size <= 14) {
    box.className = "fill-box";
    box.replaceChildren(cjm.element("h2", {}, [say("fill")]));
    names.forEach((example, name) => {
      const label = document.createElement("label");
      const field = document.createElement("input");
      label.textContent = name;
      field.name = name;
      field.autocomplete = "off";
      field.placeholder = example ? say("example", { example }) : " ";
      field.addEventListener("input", () => { fill(field.name, field.value); });
      label.appendChild(field);
      box.appendChild(label);
      fields.push(field);
    });
    const hint = document.createElement("p");
    hint.textContent = say("fill_hint");
    box.appendChild(hint);
  }
  if (gaps.length) { document.body.appendChild(next); }
  paint();

  /* Copying takes the words as they are shown, and says which gap is still empty. */
  /** @type {WeakMap<HTMLElement, number>} when a button says again what it does */
  const calmed = new WeakMap();
  /** @type {(said: HTMLElement) => { text: string, missing: string[] }} */
  function text(said) {
    /** @type {string[]} */
    const missing = [];
    /** @type {(node: Node) => string} */
    function read(node) {
      if (node.nodeName === "BR") { return "\n"; }
      if (!(node instanceof HTMLElement)) { return node.nodeValue || ""; }
      if (node.matches(".gap")) {
        const value = shown(node);
        const name = toAsk(nameOf(node));
        if (!value && !missing.includes(name)) { missing.push(name); }
        return value || "<" + node.dataset.written + ">";
      }
      return [...node.childNodes].map(read).join("");
    }
    const paragraphs = [...said.querySelectorAll("p")].map((one) => read(one).trim());
    return { text: paragraphs.join("\n\n"), missing };
  }
  document.addEventListener("click", (event) => {
    const button = cjm.within(event, "[data-copy]");
    const speech = button && button.closest("[data-speech]");
    if (!speech) { return; }
    const said = cjm.part(speech, ".said");
    const words = text(said);
    const label = cjm.part(button, "span:last-child");
    let note = speech.querySelector(".copied-note");
    if (!note) {
      note = cjm.element("p", { class: "copied-note", role: "status" });
      speech.insertBefore(note, said);
    }
    button.dataset.label = button.dataset.label || label.textContent;
    /** @type {(words: string) => void} */
    const copy = (asked) => {
      if (cjm.forWhom && cjm.forWhom(asked, speech, copy)) { return; }
      cjm.copy(asked).then(() => {
        button.dataset.state = words.missing.length ? "missing" : "done";
        label.textContent = say("copied");
        note.textContent = words.missing.length ? say("copy_missing", { names: words.missing.join(", ") }) : "";
      }, () => {
        note.textContent = say("copy_failed");
        const selected = getSelection();
        if (selected) { selected.selectAllChildren(said); }
      }).then(() => {
        clearTimeout(calmed.get(button));
        calmed.set(button, setTimeout(() => {
          label.textContent = button.dataset.label || "";
          delete button.dataset.state;
          if (!words.missing.length) { note.textContent = ""; }
        }, 2600));
      });
    };
    copy(words.text);
  });

  /* One channel of a script at a time; the channel last chosen stays chosen. */
  const liked = cjm.kept("sessionStorage", "channel", "");
  document.querySelectorAll("[data-variants]").forEach((script) => {
    const tabs = [...script.querySelectorAll("[role=tab]")];
    /** @type {NodeListOf<HTMLElement>} */
    const variants = script.querySelectorAll(".variant");
    /** @type {(index: number, focus: boolean) => void} */
    function choose(index, focus) {
      tabs.forEach((tab, at) => {
        tab.setAttribute("aria-selected", String(at === index));
        tab.tabIndex = at === index ? 0 : -1;
      });
      variants.forEach((variant, at) => {
        variant.classList.toggle("shown", at === index);
        variant.classList.toggle("gone", at !== index);
      });
      if (focus) { tabs[index].focus(); }
    }
    tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => {
        choose(index, false);
        cjm.keep("sessionStorage", "channel", tab.textContent.trim());
      });
      tab.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (step) { event.preventDefault(); choose((index + step + tabs.length) % tabs.length, true); }
      });
      if (tab.textContent.trim() === liked) { choose(index, false); }
    });
  });
})();
