/* Long lists that shrink as one types, and the matrix that shows only its holes. */
(function () {
  "use strict";
  var say = window.cjm.say;
  function fold(words) { return words.toLowerCase().replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim(); }
  /* The end of a Russian word changes with its case: what is typed is compared without its last letters. */
  function stem(word) { return word.length > 7 ? word.slice(0, -3) : word.length > 5 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word; }

  document.querySelectorAll("[data-filter]").forEach(function (filter) {
    var field = filter.querySelector("input");
    var note = filter.querySelector("[role=status]");
    var lists = Array.prototype.map.call(document.querySelectorAll("[data-filtered]"), function (list) {
      return {
        list: list,
        heading: list.previousElementSibling,
        items: Array.prototype.map.call(list.querySelectorAll("[data-item]"), function (item) {
          return { item: item, words: " " + fold(item.textContent) };
        })
      };
    });
    function shrink() {
      var typed = fold(field.value).split(" ").filter(Boolean).map(stem);
      var shown = 0;
      lists.forEach(function (one) {
        var some = 0;
        one.items.forEach(function (item) {
          var fits = typed.every(function (word) { return item.words.indexOf(" " + word) >= 0; });
          item.item.classList.toggle("filtered-out", !fits);
          some += fits;
        });
        one.heading.classList.toggle("filtered-out", !some);
        one.list.classList.toggle("filtered-out", !some);
        shown += some;
      });
      note.textContent = !typed.length ? "" : shown ? say("found", { count: shown }) : note.dataset.none;
    }
    field.addEventListener("input", shrink);
    field.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && field.value) { field.value = ""; shrink(); }
    });
    if (field.value) { shrink(); }
  });

  var holes = document.querySelector("[data-holes]");
  if (holes) {
    var narrow = function () {
      document.querySelectorAll(".coverage tbody tr").forEach(function (row) {
        row.classList.toggle("filtered-out", holes.checked && !row.hasAttribute("data-hole"));
      });
    };
    holes.addEventListener("change", narrow);
    narrow();
  }
})();
