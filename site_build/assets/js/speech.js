/* Words to say: gaps filled once fill every phrase of the tab, a button copies them, a script shows one channel at a time. */
(function () {
  "use strict";
  var say = window.cjm.say;
  var gaps = Array.prototype.slice.call(document.querySelectorAll(".gap[data-gap]"));
  var values = window.cjm.kept("sessionStorage", "gaps", {});

  function shown(gap) {
    var value = (values[gap.dataset.gap] || "").trim();
    return value && "capital" in gap.dataset ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  }
  function paint() {
    gaps.forEach(function (gap) {
      if (gap.querySelector("input")) { return; }
      var value = shown(gap);
      gap.textContent = value || gap.dataset.written;
      gap.classList.toggle("filled", !!value);
      gap.setAttribute("aria-label", value ? gap.dataset.gap + ": " + value : say("fill_gap", { name: gap.dataset.gap }));
    });
    fields.forEach(function (field) { if (field !== document.activeElement) { field.value = values[field.name] || ""; } });
  }
  function fill(name, value) {
    values[name] = value;
    window.cjm.keep("sessionStorage", "gaps", values);
    paint();
  }

  /* A gap becomes a field where it stands. */
  var fields = [];
  /* The gap to fill after this one: the next empty one of the same words. */
  function after(gap) {
    var speech = gap.closest("[data-speech]");
    return speech && Array.prototype.find.call(speech.querySelectorAll(".gap[data-gap]"), function (other) {
      return other.dataset.gap !== gap.dataset.gap && !shown(other)
        && gap.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
  }
  function edit(gap) {
    if (gap.querySelector("input")) { return; }
    var field = document.createElement("input");
    field.className = "gap-field";
    field.value = values[gap.dataset.gap] || "";
    field.setAttribute("aria-label", gap.dataset.gap);
    field.placeholder = gap.dataset.example ? say("example", { example: gap.dataset.example }) : gap.dataset.written;
    field.autocomplete = "off";
    field.enterKeyHint = after(gap) ? "next" : "done";
    gap.textContent = "";
    gap.appendChild(field);
    field.focus();
    field.select();
    var open = true;
    function close(keep, back) {
      if (!open) { return; }
      open = false;
      var value = field.value.trim();
      field.remove();
      if (keep) { fill(gap.dataset.gap, value); } else { paint(); }
      if (back) { gap.focus(); }
    }
    field.addEventListener("keydown", function (event) {
      event.stopPropagation();
      if (event.key === "Enter") {
        event.preventDefault();
        var next = field.value.trim() && after(gap);
        close(true, !next);
        if (next) { edit(next); }
      }
      if (event.key === "Escape") { close(false, true); }
    });
    field.addEventListener("blur", function () { close(true, false); });
  }
  gaps.forEach(function (gap) {
    gap.dataset.written = gap.textContent;
    gap.tabIndex = 0;
    gap.setAttribute("role", "button");
    gap.addEventListener("click", function () { edit(gap); });
    gap.addEventListener("keydown", function (event) {
      if (event.target === gap && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); edit(gap); }
    });
  });

  /* On a wide screen all gaps of the page stand in a box at the side. */
  var box = document.querySelector("[data-fill]");
  var names = [];
  gaps.forEach(function (gap) {
    if (!names.some(function (one) { return one.dataset.gap === gap.dataset.gap; })) { names.push(gap); }
  });
  if (box && names.length && names.length <= 14) {
    box.className = "fill-box";
    box.innerHTML = "<h2></h2>";
    box.firstChild.textContent = say("fill");
    names.forEach(function (gap) {
      var label = document.createElement("label");
      var field = document.createElement("input");
      label.textContent = gap.dataset.gap;
      field.name = gap.dataset.gap;
      field.autocomplete = "off";
      field.placeholder = gap.dataset.example ? say("example", { example: gap.dataset.example }) : " ";
      field.addEventListener("input", function () { fill(field.name, field.value); });
      label.appendChild(field);
      box.appendChild(label);
      fields.push(field);
    });
    var hint = document.createElement("p");
    hint.textContent = say("fill_hint");
    var clear = document.createElement("button");
    clear.type = "button";
    clear.textContent = say("clear");
    clear.addEventListener("click", function () {
      values = {};
      window.cjm.keep("sessionStorage", "gaps", values);
      paint();
    });
    box.appendChild(hint);
    box.appendChild(clear);
  }
  paint();

  /* Copying takes the words as they are shown, and says which gap is still empty. */
  function text(said) {
    var missing = [];
    function read(node) {
      if (node.nodeType === 3) { return node.nodeValue; }
      if (node.nodeName === "BR") { return "\n"; }
      if (node.matches(".gap")) {
        var value = shown(node);
        if (!value && missing.indexOf(node.dataset.gap) < 0) { missing.push(node.dataset.gap); }
        return value || "<" + node.dataset.written + ">";
      }
      return Array.prototype.map.call(node.childNodes, read).join("");
    }
    var paragraphs = Array.prototype.map.call(said.querySelectorAll("p"), function (one) { return read(one).trim(); });
    return { text: paragraphs.join("\n\n"), missing: missing };
  }
  function put(words) {
    if (navigator.clipboard && isSecureContext) {
      return navigator.clipboard.writeText(words).catch(function () { return byHand(words); });
    }
    return byHand(words);
  }
  function byHand(words) {
    var area = document.createElement("textarea");
    area.value = words;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.appendChild(area);
    area.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) { return; }
    var speech = button.closest("[data-speech]");
    var words = text(speech.querySelector(".said"));
    var label = button.querySelector("span:last-child");
    var note = speech.querySelector(".copied-note");
    if (!note) {
      note = document.createElement("p");
      note.className = "copied-note";
      note.setAttribute("role", "status");
      speech.insertBefore(note, speech.querySelector(".said"));
    }
    button.dataset.label = button.dataset.label || label.textContent;
    put(words.text).then(function () {
      button.dataset.state = words.missing.length ? "missing" : "done";
      label.textContent = say("copied");
      note.textContent = words.missing.length ? say("copy_missing", { names: words.missing.join(", ") }) : "";
    }, function () {
      note.textContent = say("copy_failed");
      getSelection().selectAllChildren(speech.querySelector(".said"));
    }).then(function () {
      clearTimeout(button.timer);
      button.timer = setTimeout(function () {
        label.textContent = button.dataset.label;
        delete button.dataset.state;
        if (!words.missing.length) { note.textContent = ""; }
      }, 2600);
    });
  });

  /* One channel of a script at a time; the channel last chosen stays chosen. */
  var liked = window.cjm.kept("sessionStorage", "channel", "");
  document.querySelectorAll("[data-variants]").forEach(function (script) {
    var tabs = Array.prototype.slice.call(script.querySelectorAll("[role=tab]"));
    var variants = script.querySelectorAll(".variant");
    function choose(index, focus) {
      tabs.forEach(function (tab, at) {
        tab.setAttribute("aria-selected", String(at === index));
        tab.tabIndex = at === index ? 0 : -1;
      });
      variants.forEach(function (variant, at) {
        variant.classList.toggle("shown", at === index);
        variant.classList.toggle("gone", at !== index);
      });
      if (focus) { tabs[index].focus(); }
    }
    tabs.forEach(function (tab, index) {
      tab.addEventListener("click", function () {
        choose(index, false);
        window.cjm.keep("sessionStorage", "channel", tab.textContent.trim());
      });
      tab.addEventListener("keydown", function (event) {
        var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) { event.preventDefault(); choose((index + step + tabs.length) % tabs.length, true); }
      });
      if (tab.textContent.trim() === liked) { choose(index, false); }
    });
  });
})();
