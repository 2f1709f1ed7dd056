/* A short text for whoever keeps the handbook: what did not work in a section, what was searched in vain. It is looked through
   here and goes the way the device has: copied, shared, or by mail where the handbook has an address. Needs page.js. */
(function () {
  "use strict";
  const { say, element } = cjm;

  /** @type {(words: string, act: () => void, strong?: boolean) => HTMLButtonElement} */
  function button(words, act, strong) {
    const made = element("button", { type: "button", class: strong ? "button strong" : "button" }, [words]);
    made.addEventListener("click", act);
    return made;
  }

  /* A dialog with the text; `choices` are lines for its first one, such as the steps of a section. */
  cjm.send = function (title, subject, text, choices) {
    const area = element("textarea", { rows: "9", "aria-label": title });
    const status = element("p", { role: "status" });
    const place = element("select", { "aria-label": say("send_where") }, (choices || []).map((one) => element("option", {}, [one])));
    function fill() { area.value = text.replace("{where}", choices ? place.value : ""); }
    function close() { dialog.close(); }
    function mail() {
      const body = area.value.replace(/\n/g, "\r\n");
      location.href = "mailto:" + cjm.feedback + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
    }
    function share() { navigator.share({ title: subject, text: area.value }).catch(() => { /* given up */ }); }
    function copy() {
      cjm.copy(area.value).then(() => { status.textContent = say("copied"); }, () => {
        status.textContent = say("copy_failed");
        area.select();
      });
    }
    /** @type {HTMLElement[]} */
    const ways = [button(say("send_copy"), copy, true)];
    if ("share" in navigator) { ways.unshift(button(say("send_share"), share, true)); }
    if (cjm.feedback) { ways.push(button(say("send_mail"), mail)); }
    const file = element("a", { class: "button", download: subject.replace(/[^\p{L}\p{N}]+/gu, "-") + ".txt" }, [say("send_file")]);
    file.addEventListener("click", () => { file.href = URL.createObjectURL(new Blob([area.value], { type: "text/plain" })); });
    file.href = "#";
    ways.push(file);
    const dialog = element("dialog", { class: "send", "aria-label": title }, [
      element("h2", {}, [title]), ...(choices && choices.length > 1 ? [place] : []), area, status,
      element("div", { class: "send-ways" }, [...ways, button(say("send_close"), close)]),
    ]);
    place.addEventListener("change", fill);
    dialog.addEventListener("close", () => { dialog.remove(); });
    fill();
    document.body.append(dialog);
    dialog.showModal();
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  };

  const report = document.querySelector("[data-report]");
  if (report) {
    report.hidden = false;
    report.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      const steps = [...document.querySelectorAll(".step-head, .case-head, .says-head, .script-head")].map((head) =>
        head.textContent.replace(/^\s*(\d+)\s+/, say("place_step", { number: "$1" }) + ": ").trim()
      );
      const text = say("send_report", { title: report.dataset.report, edition: cjm.edition, address: location.href.split(/[?#]/)[0] });
      cjm.send(report.textContent.trim(), say("send_subject", { title: report.dataset.report }), text, [say("send_whole"), ...steps]);
    });
  }
})();
