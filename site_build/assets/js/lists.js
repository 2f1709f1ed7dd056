/* Long lists that shrink as one types, and the matrix that shows only its holes. */
(function () {
  "use strict";
  var say = window.cjm.say;
  function fold(words) { return words.toLowerCase().replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim(); }
  /* The end of a Russian word changes with its case: what is typed is compared without its last letters. */
  function stem(word) { return word.length > 7 ? word.slice(0, -3) : word.length > 5 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word; }

  /* A long list is a list of titles; one opens at a tap, at a link to it, at a find in the page, or when few are left. */
  var FEW = 3;
  function unfold(item, open) {
    var body = item.querySelector(".folded");
    var button = body && item.querySelector("h3 button");
    if (!button) { return; }
    button.setAttribute("aria-expanded", String(open));
    if (open) { body.removeAttribute("hidden"); } else { body.setAttribute("hidden", "until-found"); }
  }
  document.querySelectorAll("[data-item]:has(.folded)").forEach(function (item) {
    var title = item.querySelector("h3");
    var body = item.querySelector(".folded");
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, Array.prototype.slice.call(title.childNodes));
    button.setAttribute("aria-controls", (body.id = item.id + "-folded"));
    title.append(button);
    unfold(item, false);
    button.addEventListener("click", function () { unfold(item, button.getAttribute("aria-expanded") === "false"); });
    body.addEventListener("beforematch", function () { unfold(item, true); });
  });
  function aimed() {
    var item = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (item && item.matches("[data-item]")) { unfold(item, true); item.scrollIntoView({ behavior: "instant" }); }
  }
  addEventListener("hashchange", aimed);
  aimed();

  document.querySelectorAll("[data-filter]").forEach(function (filter) {
    var field = filter.querySelector("input");
    var note = filter.querySelector("[role=status]");
    var lists = Array.prototype.map.call(document.querySelectorAll("[data-filtered]"), function (list) {
      return {
        list: list,
        heading: list.previousElementSibling,
        items: Array.prototype.map.call(list.querySelectorAll("[data-item]"), function (item) {
          var title = item.querySelector("h3");
          return { item: item, title: title ? " " + fold(title.textContent) : "", words: " " + fold(item.textContent) };
        })
      };
    });
    /* What is said by the title comes first; what has the words only further down waits behind a button. */
    var more = document.createElement("button");
    more.type = "button";
    more.className = "button";
    more.hidden = true;
    more.addEventListener("click", function () { shrink(true); field.focus(); });
    filter.after(more);
    function shrink(all) {
      var typed = fold(field.value).split(" ").filter(Boolean).map(stem);
      var shown = 0, open = [];
      function fits(words) { return typed.every(function (word) { return words.indexOf(" " + word) >= 0; }); }
      function count(key) {
        return lists.reduce(function (sum, one) {
          return sum + one.items.filter(function (item) { return item[key] && fits(item[key]); }).length;
        }, 0);
      }
      var titled = typed.length ? count("title") : 0;
      var key = titled && !all ? "title" : "words";
      var left = key === "title" ? count("words") - titled : 0;
      lists.forEach(function (one) {
        var some = 0;
        one.items.forEach(function (item) {
          var here = fits(item[key]);
          item.item.classList.toggle("filtered-out", !here);
          if (here) { some += 1; open.push(item.item); } else { unfold(item.item, false); }
        });
        one.heading.classList.toggle("filtered-out", !some);
        one.list.classList.toggle("filtered-out", !some);
        shown += some;
      });
      open.forEach(function (item) { unfold(item, typed.length > 0 && shown <= FEW); });
      more.hidden = left < 1;
      more.textContent = say("found_more", { count: left });
      note.textContent = !typed.length ? "" : shown ? say("found", { count: shown }) : note.dataset.none;
    }
    field.addEventListener("input", function () { shrink(); });
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
