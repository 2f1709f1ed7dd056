/* A person's name as it was typed and the question that its place asks («у кого») go in, the name in that case comes out: CJMNames.
   Names are declined by rule; what no rule knows stays as it was typed, and the reader can write another form over any. */
(function (root) {
  "use strict";
  const ASKED = [
    [/^(с |со |за |перед |над |под |между )?кем$/, "with"], [/^(о|об|обо|в|на|при) ком$/, "about"], [/^(к |по )?кому$/, "to"],
    [/^(про |через |на |в )?кого$/, "whom"], [/^(у|от|для|без|до|из|после|около|возле|мимо|вместо|кроме|ради|с|чей|чьё|чья) ?(кого)?$/, "of"],
  ];
  /* What stands in place of the last letters, in the order of, to, whom, with, about. */
  const CASES = ["of", "to", "whom", "with", "about"];
  /** @type {Record<string, string[]>} */
  const WHOLE = {
    лев: ["льва", "льву", "льва", "львом", "льве"], павел: ["павла", "павлу", "павла", "павлом", "павле"],
    пётр: ["петра", "петру", "петра", "петром", "петре"], петр: ["петра", "петру", "петра", "петром", "петре"],
    илья: ["ильи", "илье", "илью", "ильёй", "илье"], любовь: ["любови", "любови", "любовь", "любовью", "любови"],
  };
  /* Women's names that end like men's: those in ь have endings of their own, those in a consonant have none. */
  const SOFT = /^(нинель|адель|рахиль|руфь|юдифь|эсфирь|николь|жизель|ассоль|изабель|аннабель|мишель|мирабель|рашель|сесиль|жанель)$/;
  const HARD = /(гуль|гюль|гузель|гюзель|сель)$|^(аружань|элен|ирэн|ирен|кармен|эдит|элизабет|маргарет|ясмин|жасмин|лейсан|мадлен|катрин|мариам|мариан|жаклин|эвелин|грейс|рэйчел|рейчел|нурай|шолпан|айжан|жулдыз|меруерт|айнур|гульнур|гульназ|ширин|эстер|рут|даниэл|аделин|вивьен|кристин|мэрилин)$/;

  /** @type {(word: string) => string[] | null} */
  function given(word) {
    if (WHOLE[word]) { return WHOLE[word]; }
    const cut = word.slice(0, -1), before = cut.slice(-1), last = word.slice(-1);
    const hissing = /[жчшщц]/.test(before);
    if (/ия$/.test(word)) { return [cut + "и", cut + "и", cut + "ю", cut + "ей", cut + "и"]; }
    if (last === "я") { return [cut + "и", cut + "е", cut + "ю", cut + "ей", cut + "е"]; }
    if (last === "а" && !/[аоуэыи]/.test(before)) {
      return [cut + (/[гкхжчшщ]/.test(before) ? "и" : "ы"), cut + "е", cut + "у", cut + (hissing ? "ей" : "ой"), cut + "е"];
    }
    if (last === "ь" && SOFT.test(word)) { return [cut + "и", cut + "и", word, word + "ю", cut + "и"]; }
    if (HARD.test(word)) { return null; }
    if (last === "ь" || last === "й") {
      const about = /ий$/.test(word) ? "и" : "е";
      return [cut + "я", cut + "ю", cut + "я", cut + "ем", cut + about];
    }
    if (/[бвгджзклмнпрстфхцчшщ]/.test(last)) {
      const soft = /[жчшщц]/.test(last) && !/^(иль|фом|кузьм|лук)ич$/.test(word);
      return [word + "а", word + "у", word + "а", word + (soft ? "ем" : "ом"), word + "е"];
    }
    return null;
  }
  /* A surname beside a name: of an adjective's kind, or of none that is known here. */
  /** @type {(word: string, woman: boolean) => string[] | null} */
  function surname(word, woman) {
    const ends = woman
      ? [[/(?:ов|ев|ёв|ин|ын)а$/, 1, ["ой", "ой", "у", "ой", "ой"]], [/[бвгджзклмнрстц]ая$/, 2, ["ой", "ой", "ую", "ой", "ой"]]]
      : [[/(?:ов|ев|ёв|ин|ын)$/, 0, ["а", "у", "а", "ым", "е"]], [/(?:[сц]ки|[гкх]о)й$/, 2, ["ого", "ому", "ого", "им", "ом"]],
        [/[бвджзлмнрстц][оы]й$/, 2, ["ого", "ому", "ого", "ым", "ом"]]];
    const found = ends.find(([end]) => /** @type {RegExp} */ (end).test(word));
    return found ? /** @type {string[]} */ (found[2]).map((end) => word.slice(0, word.length - /** @type {number} */ (found[1])) + end) : null;
  }
  const PATRONYMIC = /(?:[оеё]вна|ична|инична)$/;

  /** @type {(asked: string) => number} */
  function cased(asked) {
    const found = ASKED.find(([question]) => /** @type {RegExp} */ (question).test(asked.trim().toLowerCase()));
    return found ? CASES.indexOf(/** @type {string} */ (found[1])) : -1;
  }

  /** Whether a place that asks this wants a person's name. @param {string} asked */
  function isAsked(asked) { return cased(asked) >= 0; }

  /** The name in the case of the question; as it was typed where nothing is known of it. @param {string} name @param {string} asked */
  function declined(name, asked) {
    const at = cased(asked);
    const words = name.trim().split(/\s+/);
    if (at < 0 || !/^[а-яё]+(?:[\s-]+[а-яё]+)*$/i.test(name.trim()) || words.length > 3) { return name; }
    const small = words.map((word) => word.toLowerCase());
    const woman = small.some((word) => PATRONYMIC.test(word) || /(?:ов|ев|ёв|ын)а$/.test(word) && word.length > 4 || /[сц]кая$/.test(word))
      || /[ая]$/.test(small[0]) && !/^(?:илья|никита|фома|кузьма|лука|миша|саша|паша|лёша|леша|гоша|ваня|петя|вася|коля|дима|юра|толя|серёжа|сережа|гриша|вова|витя|женя|костя|рома|стёпа|степа|тёма|тема|федя|сеня|лёва|лева|савва|данила|даня)$/.test(small[0]);
    const done = words.map((word, place) => word.split("-").map((part) => {
      const low = part.toLowerCase();
      const beside = words.length > 1 && !/(?:вич|[лмк]ич)$/.test(low) && !PATRONYMIC.test(low);
      const known = beside && (place > 0 || /(?:ов|ев|ёв|ск)(?:а|ая|ий)?$/.test(low) && low.length > 4) ? surname(low, woman) : null;
      /* A man's family name that sounds like one of a woman who has none of her own ending stays: «Марии Ковальчук». */
      const stays = beside && place > 0 && !known && (woman && /[бвгджзйклмнпрстфхцчшщь]$/.test(low) || /[иы]х$/.test(low));
      const forms = stays ? null : known || given(low);
      return forms ? written(forms[at], part) : part;
    }).join("-"));
    return done.join(" ");
  }
  /* As large and small as what was typed; «Петр» keeps its е, «Пётр» loses its ё with the form. */
  /** @type {(form: string, typed: string) => string} */
  function written(form, typed) {
    if (typed === typed.toUpperCase() && typed.length > 1) { return form.toUpperCase(); }
    return typed[0] === typed[0].toUpperCase() ? form[0].toUpperCase() + form.slice(1) : form;
  }

  root.CJMNames = { declined, isAsked };
})(globalThis);
