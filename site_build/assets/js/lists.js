/* Long lists that shrink as one types, and the matrix that shows only its holes. */
(function () {
  "use strict";
  const say = cjm.say;
  /** @type {(words: string) => string} */
  function fold(words) { return words.toLowerCase().replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim(); }
  /* The end of a Russian word changes with its case: what is typed is compared without its last letters. */
  /** @type {(word: string) => string} */
  function stem(word) { return word.length > 7 ? word.slice(0, -3) : word.length > 5 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word; }

  /* A long list is a list of titles; one opens at a tap, at a link to it, at a find in the page, or when few are left. */
  const FEW = 3;
  /** @type {(item: HTMLElement, open: boolean) => void} */
  function unfold(item, open) {
    const body = item.querySelector(".folded");
    const button = body && item.querySelector("h3 button");
    if (!button) { return; }
    button.setAttribute("aria-expanded", String(open));
    if (open) { body.removeAttribute("hidden"); } else { body.setAttribute("hidden", "until-found"); }
  }
  document.querySelectorAll("[data-item]:has(.folded)").forEach((item) => {
    const title = cjm.part(item, "h3");
    const body = cjm.part(item, ".folded");
    const button = document.createElement("button");
    button.type = "button";
    button.append(...title.childNodes);
    button.setAttribute("aria-controls", (body.id = item.id + "-folded"));
    title.append(button);
    unfold(item, false);
    button.addEventListener("click", () => { unfold(item, button.getAttribute("aria-expanded") === "false"); });
    body.addEventListener("beforematch", () => { unfold(item, true); });
  });
  function aimed() {
    const item = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (item && item.matches("[data-item]")) { unfold(item, true); item.scrollIntoView({ behavior: "instant" }); }
  }
  addEventListener("hashchange", aimed);
  aimed();

  document.querySelectorAll("[data-filter]").forEach((filter) => {
    const field = cjm.part(filter, "input");
    const note = cjm.part(filter, "[role=status]");
    const lists = [...document.querySelectorAll("[data-filtered]")].map((list) => ({
        list,
        heading: list.previousElementSibling,
        items: [...list.querySelectorAll("[data-item]")].map((item) => {
          const title = item.querySelector("h3");
          return { item, title: title ? " " + fold(title.textContent) : "", words: " " + fold(item.textContent) };
        })
      }));
    /* What is said by the title comes first; what has the words only further down waits behind a button. */
    const more = document.createElement("button");
    more.type = "button";
    more.className = "button";
    more.hidden = true;
    more.addEventListener("click", () => { shrink(true); field.focus(); });
    filter.after(more);
    /** @type {(all?: boolean) => void} */
    function shrink(all) {
      const typed = fold(field.value).split(" ").filter(Boolean).map(stem);
      /** @type {HTMLElement[]} */
      const open = [];
      let shown = 0;
      /** @type {(words: string) => boolean} */
      function fits(words) { return typed.every((word) => words.includes(" " + word)); }
      /** @type {(key: "title" | "words") => number} */
      function count(key) {
        return lists.reduce((sum, one) => sum + one.items.filter((item) => item[key] && fits(item[key])).length, 0);
      }
      const titled = typed.length ? count("title") : 0;
      const key = titled && !all ? "title" : "words";
      const left = key === "title" ? count("words") - titled : 0;
      lists.forEach((one) => {
        let some = 0;
        one.items.forEach((item) => {
          const here = fits(item[key]);
          item.item.classList.toggle("filtered-out", !here);
          if (here) { some += 1; open.push(item.item); } else { unfold(item.item, false); }
        });
        if (one.heading) { one.heading.classList.toggle("filtered-out", !some); }
        one.list.classList.toggle("filtered-out", !some);
        shown += some;
      });
      open.forEach((item) => { unfold(item, typed.length > 0 && shown <= FEW); });
      more.hidden = left < 1;
      more.textContent = say("found_more", { count: left });
      note.textContent = !typed.length ? "" : shown ? say("found", { count: shown }) : note.dataset.none || "";
    }
    field.addEventListener("input", () => { shrink(); });
    field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && field.value) { field.value = ""; shrink(); }
    });
    if (field.value) { shrink(); }
  });

  const holes = document.querySelector("input[data-holes]");
  if (holes) {
    const narrow = () => {
      document.querySelectorAll(".coverage tbody tr").forEach((row) => {
        row.classList.toggle("filtered-out", holes.checked && !row.hasAttribute("data-hole"));
      });
    };
    holes.addEventListener("change", narrow);
    narrow();
  }
})();
