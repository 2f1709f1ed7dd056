/* A section whose steps several people do, shown as one of them reads it: the steps of the others stay as their first sentence. */
(function () {
  "use strict";
  const bar = document.querySelector("[data-mine]");
  if (!bar) { return; }
  const buttons = [...bar.querySelectorAll("button")];
  const status = cjm.part(bar, "[role=status]");
  const cards = [...document.querySelectorAll(".step[data-who]")];

  /** @type {(role: string) => void} */
  function show(role) {
    const mine = cards.filter((card) => !role || (card.dataset.who || "").split(" ").includes(role));
    for (const card of cards) {
      const others = !mine.includes(card);
      const head = card.previousElementSibling;
      if (head) { head.classList.toggle("others", others); }
      /* The browser's own search finds what is put away, and opens it. */
      if (others) { card.setAttribute("hidden", "until-found"); } else { card.removeAttribute("hidden"); }
    }
    for (const button of buttons) { button.setAttribute("aria-pressed", String(button.dataset.role === role)); }
    status.textContent = role ? cjm.say("steps_shown", { shown: mine.length, all: cards.length }) : "";
  }

  /* Whoever is led to a step sees it, whose ever it is. */
  function aimed() {
    const head = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = head && head.nextElementSibling;
    if (card && card.hasAttribute("hidden")) {
      show("");
      head.scrollIntoView({ behavior: "instant" });
    }
  }

  for (const button of buttons) {
    const role = button.dataset.role || "";
    button.addEventListener("click", () => {
      cjm.keep("localStorage", "role", role);
      show(role);
    });
  }
  for (const card of cards) { card.addEventListener("beforematch", () => { show(""); }); }
  const kept = cjm.kept("localStorage", "role", "");
  if (buttons.some((button) => button.dataset.role === kept)) { show(kept); }
  aimed();
  addEventListener("hashchange", aimed);
})();
