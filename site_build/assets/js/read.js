/* What this device has read and ticked: sections by the digest of what they said, what of it is to be read again, steps that were checked. */
(function () {
  "use strict";
  const say = cjm.say;

  /* A section was read as what it said on a day; what has another digest now is to be read again. */
  /** @type {Record<string, false | { read: string, day: string }>} */
  const read = cjm.kept("localStorage", "read", {});
  const boxes = [...document.querySelectorAll("input[data-read]")];
  /** @type {(id: string, digest: string) => boolean} */
  function isRead(id, digest) { return (read[id] || { read: "" }).read === digest; }
  /** @type {(day: string) => string} */
  function told(day) { return say("read_again", { day: new Date(day).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" }) }); }

  /* The sum of each list: of a role, of a plan. */
  function count() {
    document.querySelectorAll("[data-reading-score]").forEach((card) => {
      const of = (card.dataset.of || "").split(" ");
      const mine = new Map(boxes.map((box) => [box.dataset.read, box.checked]));
      const done = of.filter((id) => mine.get(id)).length;
      cjm.part(card, "[data-count]").textContent = say("read_count", { done, all: of.length });
      cjm.part(card, ".progress span").style.width = 100 * done / of.length + "%";
    });
    /* The first day of a plan on which something is left. */
    document.querySelectorAll("[data-plan]").forEach((plan) => {
      const days = [...document.querySelectorAll("[data-day^='" + plan.dataset.plan + "/']")];
      const now = days.find((day) => day.querySelector("input:not(:checked)"));
      days.forEach((day) => { cjm.part(day, "[data-now]").hidden = day !== now; });
    });
  }
  boxes.forEach((box) => {
    const id = box.dataset.read || "", digest = box.dataset.digest || "", known = read[id];
    box.checked = isRead(id, digest);
    const note = cjm.element("small", { class: "late" }, [known && !box.checked && told(known.day)]);
    (box.closest("li") || box.closest("label") || box).append(note);
    box.addEventListener("change", () => {
      read[id] = box.checked && { read: digest, day: new Date().toLocaleDateString("sv") };
      note.textContent = "";
      boxes.filter((one) => one.dataset.read === id).forEach((one) => { one.checked = box.checked; });
      cjm.keep("localStorage", "read", read);
      count();
    });
  });
  document.querySelectorAll("[data-again]").forEach((card) => {
    const rows = [...card.querySelectorAll("[data-again-of]")].filter((row) => {
      const known = read[row.dataset.againOf || ""];
      row.hidden = !known || known.read === row.dataset.digest;
      cjm.part(row, "small").textContent = known ? told(known.day) : "";
      return !row.hidden;
    });
    card.hidden = !rows.length;
    cjm.part(card, "[data-count]").textContent = cjm.counted(rows.length, "count_section");
  });

  /* The marks as lines for whoever keeps the records: the name, then of each section what was read, on which day. */
  document.querySelectorAll("[data-reading-save]").forEach((button) => button.addEventListener("click", () => {
    const name = window.prompt(say("read_name"), cjm.kept("localStorage", "name", ""));
    if (!name || !name.trim()) { return; }
    cjm.keep("localStorage", "name", name.trim());
    const lines = Object.entries(read).flatMap(([id, known]) => known ? [id + " " + known.read + " " + known.day] : []);
    cjm.send(say("read_marks"), say("read_marks") + ": " + name.trim(), ["reading/1 " + name.trim(), ...lines, ""].join("\n"));
  }));

  /* What is ticked while somebody is checked; a new check begins with empty boxes. */
  /** @type {Record<string, boolean>} */
  const ticks = cjm.kept("localStorage", "ticks", {});
  const list = [...document.querySelectorAll("input[data-tick]")];
  const after = document.querySelector("[data-ticked]");
  function ticked() {
    count();
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
