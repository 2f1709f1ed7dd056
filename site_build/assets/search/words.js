/**
 * A text goes in, its words come out as keys with their places; two words go in, how near they are comes out: CJMText.
 *
 * ё is folded to е in keys only, never in what is shown. Needs stem.js.
 */
(function (root) {
  "use strict";

  // A stress mark belongs to its letter; a <placeholder> of a script is no word of the text.
  const PIECE = /<[^<>]*>|[0-9A-Za-zА-Яа-яЁё\u0301]+/g;
  // Where, who, what, how many, not and no are asked for: «кто», «сколько», «не пришли» stay words.
  const STOP = new Set(
    ("а без бы в во вам вас ваш ваша вот вы да для до его ее ей ему если еще же за и из или им их к как ко ли меня мне " +
      "мной мой моя мы на над нам нас наш нее ней них но о об он она они от передо по под при про с себе себя со так там " +
      "тебе тебя то тут у уже это этот эта эти я " +
      "an and are as at be by do does for he her his in is it its me my of on or our she so that the their them they " +
      "this to us was we with you your").split(" ")
  );
  const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
  const CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";
  const stems = new Map();

  function key(word) {
    const small = word.toLowerCase();
    return /[\u0301ё]/.test(small) ? small.replace(/\u0301/g, "").replace(/ё/g, "е") : small;
  }

  // [{ key, start, end }] in the order of the text. A single letter carries no meaning, a single digit does.
  function pieces(text) {
    const found = [];
    PIECE.lastIndex = 0;
    for (let match; (match = PIECE.exec(text)); ) {
      const word = match[0][0] === "<" ? "" : key(match[0]);
      if (word.length > 1 || /\d/.test(word)) {
        found.push({ key: word, start: match.index, end: match.index + match[0].length });
      }
    }
    return found;
  }

  function term(word) {
    let stem = stems.get(word);
    if (stem === undefined) stems.set(word, (stem = root.CJMStem.stem(word)));
    return stem;
  }

  function isStop(word) {
    return STOP.has(word);
  }

  // «f,jytvtyn» was meant as «абонемент», «скь» as «crm»: the same keys under the other layout.
  function otherLayout(text) {
    return Array.from(text.toLowerCase(), (letter) => {
      const latin = LATIN.indexOf(letter);
      if (latin >= 0) return CYRILLIC[latin];
      const cyrillic = CYRILLIC.indexOf(letter);
      return cyrillic >= 0 ? LATIN[cyrillic] : letter;
    }).join("");
  }

  // Whether one slip of the finger (a letter more, less, other, or two swapped) makes one word of the other.
  function oneSlip(one, other) {
    if (one === other || Math.abs(one.length - other.length) > 1) return false;
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    let at = 0;
    while (at < short.length && short[at] === long[at]) at++;
    if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
    if (short.slice(at + 1) === long.slice(at + 1)) return true;
    return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  }

  function trigrams(word) {
    const padded = "  " + word + " ";
    const found = new Set();
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
    return found;
  }

  root.CJMText = { key, pieces, term, isStop, otherLayout, oneSlip, trigrams };
})(typeof globalThis === "undefined" ? self : globalThis);
