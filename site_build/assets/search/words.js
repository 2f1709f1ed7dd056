/**
 * A text goes in, its words come out as keys with their places; two words go in, how near they are comes out: CJMText.
 *
 * What the eye passes over is folded in keys only, never in what is shown: ё and е, accents and stress marks, soft
 * hyphens, the spaces inside a number («1 400») and all that people put into a telephone number. Needs stem.js.
 */
(function (root) {
  "use strict";

  // A <placeholder> of a script is no word of the text; thousands in groups and a telephone number are one word.
  const SPACE = "[ \u00a0\u2007\u2009\u202f]";
  const TELEPHONE = `(?:\\+7|8)(?:${SPACE}|[-‑–()])*\\d{3}(?:(?:${SPACE}|[-‑–()])*\\d){7}(?!\\d)`;
  const THOUSANDS = `\\d{1,3}(?:${SPACE}\\d{3})+(?![\\d\\p{L}])`;
  const UNSEEN = "\u00ad\u200b\u2060\ufeff";
  const PIECE = new RegExp(`<[^<>]*>|${TELEPHONE}|${THOUSANDS}|(?<![\\p{L}-])[a-z]{1,3}-[a-z]+(?![\\p{L}-])|[\\p{L}\\p{M}\\p{N}${UNSEEN}]+`, "giu");
  /** @type {Record<string, string>} */
  const ALIKE = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };
  // Where, who, what, how many, not and no are asked for: «кто», «сколько», «не пришли» stay words.
  // The last of them are what an apostrophe leaves of “didn’t” and “we’ll”.
  const STOP = new Set(
    ("а без бы в во вам вас ваш ваша вот вы да для до его ее ей ему если еще же за и из или им их к как ко ли меня мне " +
      "мной мой моя мы на над нам нас наш нее ней них но о об он она они от передо по под при про с себе себя со так там " +
      "тебе тебя то тут у уже это этот эта эти я " +
      "an and are as at be by do does for he her his in is it its me my of on or our she so that the their them they " +
      "this to us was we with you your " +
      "aren couldn didn doesn don hasn haven isn ll ve wasn weren wouldn").split(" ")
  );
  const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
  const CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";
  /** @type {Map<string, string>} */
  const stems = new Map();
  /** @type {Map<string, string>} */
  const keys = new Map();

  /** @type {(word: string) => string} */
  function key(word) {
    let known = keys.get(word);
    if (known === undefined) keys.set(word, (known = folded(word)));
    return known;
  }

  /** @type {(word: string) => string} */
  function folded(word) {
    const small = word.toLowerCase().replace(/^([a-z]+)-(?=[a-z]+$)/, "$1"); // Wi-Fi, e-mail
    if (/^[a-zа-я\d]+$/.test(small)) return small.length === 11 && /^[78]\d{10}$/.test(small) ? small.slice(1) : small;
    if (/^[+\d]/.test(small) && !/\p{L}/u.test(small)) {
      const digits = small.replace(/\D/g, "");
      return digits.length === 11 ? digits.slice(1) : digits; // +7 and 8 before a number are the same
    }
    const bare = small.normalize("NFD").replace(/и\u0306/g, "й").replace(/[\p{M}\u00ad\u200b\u2060\ufeff]/gu, "");
    return bare.replace(/[ßæœøłđı]/g, (letter) => ALIKE[letter]);
  }

  // Gives `visit` each word with its place. A single letter carries no meaning, a single digit does.
  /** @type {(text: string, visit: (key: string, start: number, end: number) => void) => void} */
  function eachPiece(text, visit) {
    PIECE.lastIndex = 0;
    for (let match; (match = PIECE.exec(text)); ) {
      const [piece] = match;
      const word = piece[0] === "<" ? "" : key(piece);
      const end = PIECE.lastIndex;
      if (word.length > 1 || (word && /\d/.test(word))) visit(word, match.index, end);
      PIECE.lastIndex = end; // whoever is shown a word may look for others
    }
  }

  // [{ key, start, end }] in the order of the text.
  /** @type {(text: string) => TextPiece[]} */
  function pieces(text) {
    /** @type {TextPiece[]} */
    const found = [];
    eachPiece(text, (word, start, end) => found.push({ key: word, start, end }));
    return found;
  }

  /** @type {(word: string) => string} */
  function term(word) {
    let stem = stems.get(word);
    if (stem === undefined) stems.set(word, (stem = root.CJMStem.stem(word)));
    return stem;
  }

  /** @type {(word: string) => boolean} */
  function isStop(word) {
    return STOP.has(word);
  }

  // «f,jytvtyn» was meant as «абонемент», «скь» as «crm»: the same keys under the other layout.
  /** @type {(text: string) => string} */
  function otherLayout(text) {
    return Array.from(text.toLowerCase(), (letter) => {
      const latin = LATIN.indexOf(letter);
      if (latin >= 0) return CYRILLIC[latin];
      const cyrillic = CYRILLIC.indexOf(letter);
      return cyrillic >= 0 ? LATIN[cyrillic] : letter;
    }).join("");
  }

  const SOUNDS = [
    ["shch", "щ"], ["sch", "щ"], ["zh", "ж"], ["kh", "х"], ["ts", "ц"], ["ch", "ч"], ["sh", "ш"], ["yu", "ю"], ["ju", "ю"],
    ["ya", "я"], ["ja", "я"], ["yo", "е"], ["jo", "е"], ["ye", "е"],
  ];
  /** @type {Record<string, string>} */
  const SOUND = {
    a: "а", b: "б", c: "ц", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и", j: "й", k: "к", l: "л", m: "м", n: "н", o: "о",
    p: "п", q: "к", r: "р", s: "с", t: "т", u: "у", v: "в", w: "в", x: "кс", y: "ы", z: "з",
  };

  // «vozvrat deneg»: Russian written with Latin letters, as it sounds.
  /** @type {(text: string) => string} */
  function asSounded(text) {
    let heard = text.toLowerCase();
    for (const [latin, letter] of SOUNDS) heard = heard.split(latin).join(letter);
    return heard.replace(/([аоуеиюяaeiou])y/g, "$1й").replace(/[a-z]/g, (letter) => SOUND[letter]).replace(/ь?'/g, "ь");
  }

  const AGES = /(\d{1,2})(?:\s*(?:лет|года?|мес[а-я]*|years?|months?))?\s*(?:[-–—]|до|to)\s*(\d{1,2})\s*(?:лет|года?|мес[а-я]*|years?|months?)(?![а-яa-z])/g;

  // «с 3 до 7 лет» is meant by whoever asks for a child of four.
  /** @type {(text: string) => string[]} */
  function agesBetween(text) {
    /** @type {string[]} */
    const found = [];
    if (!/\d/.test(text)) return found;
    AGES.lastIndex = 0;
    for (let match; (match = AGES.exec(text)); ) {
      for (let age = Number(match[1]) + 1; age < Number(match[2]); age++) found.push(String(age));
    }
    return found;
  }

  const VOWELS = "аеиоуыэюяaeiouy";

  // Whether the slip that oneSlip found is one that people make in short words: a vowel misheard or swallowed, two letters
  // swapped, a double letter written once or a single one twice. Any other makes a different word of five or six letters.
  /** @type {(typed: string, meant: string) => boolean} */
  function isUsual(typed, meant) {
    const [short, long] = typed.length <= meant.length ? [typed, meant] : [meant, typed];
    let at = 0;
    while (at < short.length && short[at] === long[at]) at++;
    if (short.length < long.length) return long[at] === long[at - 1] || (long === meant && (VOWELS + "ьъ").includes(long[at]));
    return typed[at] === meant[at + 1] || (VOWELS.includes(typed[at]) && VOWELS.includes(meant[at]));
  }

  // How many slips make one word of the other, as far as `most`.
  /** @type {(one: string, other: string, most: number) => number} */
  function slipsBetween(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let at = 1; at <= one.length; at++) {
      const next = [at];
      for (let place = 1; place <= other.length; place++) {
        const same = one[at - 1] === other[place - 1] ? 0 : 1;
        next[place] = Math.min(row[place] + 1, next[place - 1] + 1, row[place - 1] + same);
        const swapped = at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1];
        if (swapped) next[place] = Math.min(next[place], before[place - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[other.length];
  }

  // Whether one slip of the finger (a letter more, less, other, or two swapped) makes one word of the other.
  /** @type {(one: string, other: string) => boolean} */
  function oneSlip(one, other) {
    if (one === other || Math.abs(one.length - other.length) > 1) return false;
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    let at = 0;
    while (at < short.length && short[at] === long[at]) at++;
    if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
    if (short.slice(at + 1) === long.slice(at + 1)) return true;
    return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  }

  /** @type {(word: string) => Set<string>} */
  function trigrams(word) {
    const padded = "  " + word + " ";
    const found = new Set();
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
    return found;
  }

  root.CJMText = { key, pieces, eachPiece, term, isStop, otherLayout, asSounded, agesBetween, oneSlip, isUsual, slipsBetween, trigrams };
})(typeof globalThis === "undefined" ? self : globalThis);
