// What is marked on a check list becomes one line that `cjm cases review` takes.
(() => {
  "use strict";

  const form = document.querySelector("form");
  const line = document.querySelector("textarea");
  const button = document.querySelector("button");
  if (!form || !line || !button) return;

  const told = () => {
    const given = new FormData(form);
    const marks = [];
    for (const [name, mark] of given) {
      if (name[0] !== "m") continue;
      const number = name.slice(1);
      // A note has no sign that means something to a shell, and no mark of another line.
      const note = String(given.get("n" + number) || "").replace(/["'`$\\!%^&|<>]/g, " ").replace(/\s+/g, " ").trim();
      marks.push(number + mark + (note ? ' "' + note + '"' : ""));
    }
    line.value = marks.length ? "cjm cases review " + form.dataset.id + " " + marks.join(" ") : "";
  };

  form.addEventListener("input", told);
  button.addEventListener("click", () => {
    line.select();
    if (navigator.clipboard) void navigator.clipboard.writeText(line.value);
  });
  told();
})();
