/* What every page needs: the site's own words, the menu button, the place in the page, and the terms that explain themselves. */
(function () {
  "use strict";
  var root = document.documentElement;
  var strings = document.getElementById("cjm-strings");
  var words = strings ? JSON.parse(strings.textContent) : {};

  /* Shared with the other scripts: words with their gaps filled, and values kept by the browser where it allows that. */
  window.cjm = {
    say: function (name, values) {
      return (words[name] || name).replace(/\{(\w+)\}/g, function (whole, key) {
        return values && key in values ? values[key] : whole;
      });
    },
    keep: function (store, name, value) {
      try { window[store].setItem("cjm:" + name, JSON.stringify(value)); } catch (error) { /* private mode: not kept */ }
    },
    kept: function (store, name, otherwise) {
      try { return JSON.parse(window[store].getItem("cjm:" + name)) || otherwise; } catch (error) { return otherwise; }
    }
  };
  root.classList.remove("no-js");
  root.classList.add("js");

  /* The menu of a phone is Material's drawer, opened by a real button. */
  var drawer = document.getElementById("__drawer");
  var menu = document.querySelector("[data-menu]");
  if (drawer && menu) {
    menu.addEventListener("click", function () { drawer.click(); });
    drawer.addEventListener("change", function () {
      menu.setAttribute("aria-expanded", String(drawer.checked));
      var first = document.querySelector(".cjm-nav a");
      if (drawer.checked && first) { first.focus({ preventScroll: true }); }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.checked) { drawer.click(); menu.focus(); }
    });
  }

  /* The heading one reads is marked in the list of contents and in the thumb bar. */
  var links = Array.prototype.slice.call(document.querySelectorAll(".cjm-toc a, .thumb a"));
  var places = [];
  links.forEach(function (link) {
    var id = decodeURIComponent(link.hash.slice(1));
    var heading = id && document.getElementById(id);
    if (heading) { places.push({ link: link, heading: heading, group: link.closest(".thumb") ? 1 : 0 }); }
  });
  function mark() {
    [0, 1].forEach(function (group) {
      var current = null;
      places.forEach(function (place) {
        if (place.group !== group) { return; }
        if (!current || place.heading.getBoundingClientRect().top < window.innerHeight * 0.35) { current = place; }
      });
      var atEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 4;
      places.forEach(function (place) {
        if (place.group === group) {
          var last = atEnd && window.scrollY > 0 && place === places.filter(function (one) { return one.group === group; }).pop();
          var on = atEnd && window.scrollY > 0 ? last : place === current;
          place.link.classList.toggle("active", on);
          if (on) { place.link.setAttribute("aria-current", "location"); } else { place.link.removeAttribute("aria-current"); }
        }
      });
    });
  }
  if (places.length) {
    var waiting = false;
    var soon = function () {
      if (!waiting) { waiting = true; requestAnimationFrame(function () { waiting = false; mark(); }); }
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    mark();
  }

  /* A term shows its meaning when one points at it, comes to it by keyboard, or taps it; a second tap follows the link. */
  var tip = null, owner = null;
  function hide() {
    if (tip) { tip.remove(); owner.removeAttribute("aria-describedby"); tip = owner = null; }
  }
  function show(term) {
    if (owner === term) { return; }
    hide();
    owner = term;
    tip = document.createElement("div");
    tip.className = "tip";
    tip.id = "cjm-tip";
    tip.setAttribute("role", "tooltip");
    tip.textContent = term.dataset.means;
    document.body.appendChild(tip);
    term.setAttribute("aria-describedby", "cjm-tip");
    var box = term.getBoundingClientRect();
    var left = Math.max(12, Math.min(box.left, innerWidth - tip.offsetWidth - 12));
    var below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8) + scrollY + "px";
  }
  document.addEventListener("pointerover", function (event) {
    var term = event.pointerType === "mouse" && event.target.closest("a.term");
    if (term) { show(term); } else if (event.pointerType === "mouse" && tip && !event.target.closest(".tip")) { hide(); }
  });
  document.addEventListener("focusin", function (event) {
    var term = event.target.closest("a.term");
    if (term) { if (term.matches(":focus-visible")) { show(term); } } else { hide(); }
  });
  document.addEventListener("click", function (event) {
    var term = event.target.closest("a.term");
    if (term && owner !== term && matchMedia("(hover: none)").matches) {
      event.preventDefault();
      show(term);
    } else if (!term && tip && !event.target.closest(".tip")) {
      hide();
    }
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
})();
