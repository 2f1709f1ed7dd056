/* Self-tests: the reason appears with the answer, the first answer counts, results and read sections stay in this browser. */
(function () {
  "use strict";
  var say = window.cjm.say;
  var results = window.cjm.kept("localStorage", "tests", {});
  var questions = Array.prototype.slice.call(document.querySelectorAll("[data-question]"));

  function judge(question, input, restored) {
    var right = input.closest(".option").hasAttribute("data-right");
    question.querySelectorAll(".option").forEach(function (option) {
      var chosen = option.contains(input);
      var because = option.nextElementSibling;
      option.classList.toggle("right", chosen && right);
      option.classList.toggle("wrong", chosen && !right);
      because.hidden = !chosen;
      because.classList.toggle("right", chosen && right);
      because.classList.toggle("wrong", chosen && !right);
      if (chosen) { input.setAttribute("aria-describedby", (because.id = question.id + "-because-" + input.value)); }
    });
    if (!restored) {
      var reason = input.closest(".option").nextElementSibling;
      question.querySelector(".verdict").textContent = right ? "" : say("try_again");
      announce(reason.textContent);
      var before = results[question.dataset.question];
      results[question.dataset.question] = { chosen: input.value, right: right, first: before ? before.first : right };
      window.cjm.keep("localStorage", "tests", results);
      score();
    }
  }
  var live = document.createElement("div");
  live.className = "unseen";
  live.setAttribute("aria-live", "polite");
  document.body.appendChild(live);
  function announce(words) { live.textContent = words; }

  /* Arrows walk through the answers without giving one, since the first answer counts; space or Enter gives it. */
  function walk(event) {
    var inputs = Array.prototype.slice.call(event.currentTarget.querySelectorAll("input"));
    var at = inputs.indexOf(event.target);
    var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (step) { event.preventDefault(); inputs[(at + step + inputs.length) % inputs.length].focus(); }
    if (event.key === "Enter") { event.preventDefault(); event.target.click(); }
  }

  questions.forEach(function (question) {
    question.addEventListener("keydown", walk);
    question.addEventListener("change", function (event) { judge(question, event.target, false); });
    var before = results[question.dataset.question];
    var input = before && question.querySelector("input[value='" + before.chosen + "']");
    if (input) { input.checked = true; judge(question, input, true); }
  });

  /* The score of a part: how many of its questions were right at the first try. */
  function ofPart(card) {
    var found = [], node = card.nextElementSibling;
    while (node && !node.matches("h2")) {
      if (node.matches("[data-question]")) { found.push(node); }
      node = node.nextElementSibling;
    }
    return found;
  }
  function score() {
    document.querySelectorAll("[data-score]").forEach(function (card) {
      var all = ofPart(card);
      var right = all.filter(function (one) { return (results[one.dataset.question] || {}).first; }).length;
      card.querySelector("[data-count]").textContent = say("answered", { right: right, all: all.length });
      card.querySelector(".progress span").style.width = (all.length ? 100 * right / all.length : 0) + "%";
    });
  }
  document.querySelectorAll("[data-reset]").forEach(function (button) {
    button.addEventListener("click", function () {
      ofPart(button.closest("[data-score]")).forEach(function (question) {
        delete results[question.dataset.question];
        question.querySelectorAll("input").forEach(function (input) { input.checked = false; });
        question.querySelectorAll(".option, .because").forEach(function (one) { one.classList.remove("right", "wrong"); });
        question.querySelectorAll("[data-because]").forEach(function (one) { one.hidden = true; });
        question.querySelector(".verdict").textContent = "";
      });
      window.cjm.keep("localStorage", "tests", results);
      score();
    });
  });
  score();

  /* What a role has read. */
  var read = window.cjm.kept("localStorage", "read", {});
  var boxes = Array.prototype.slice.call(document.querySelectorAll("[data-read]"));
  var card = document.querySelector("[data-reading-score]");
  function count() {
    if (!card) { return; }
    var done = boxes.filter(function (box) { return box.checked; }).length;
    card.querySelector("[data-count]").textContent = say("read_count", { done: done, all: boxes.length });
    card.querySelector(".progress span").style.width = 100 * done / boxes.length + "%";
  }
  boxes.forEach(function (box) {
    box.checked = !!read[box.dataset.read];
    box.addEventListener("change", function () {
      read[box.dataset.read] = box.checked;
      window.cjm.keep("localStorage", "read", read);
      count();
    });
  });
  count();
})();
