/**
 * A lowercase word goes in (ё already written е), its stem comes out: CJMStem.russian, CJMStem.english, CJMStem.stem.
 *
 * Both are written from the descriptions of the Snowball algorithms, release 3.1 (https://snowballstem.org/algorithms/);
 * the tests hold them to the package `snowballstemmer` word for word.
 */
(function (root) {
  "use strict";

  /** @typedef {Record<string, string[]>} Endings by their last letter */

  // "а ла в" -> { а: ["ла", "а"], в: ["в"] }: by the last letter, since most words have it in common with few endings, and
  // longest first, so that the first ending that fits is the longest, as Snowball's `among` wants it.
  /** @type {(list: string) => Endings} */
  function endings(list) {
    const table = Object.create(null);
    for (const suffix of list.split(" ").sort((one, other) => other.length - one.length)) {
      const last = suffix[suffix.length - 1];
      (table[last] || (table[last] = [])).push(suffix);
    }
    return table;
  }

  /** @type {(word: string, table: Endings, from: number) => string} */
  function ending(word, table, from) {
    const near = table[word[word.length - 1]];
    if (near) for (const suffix of near) if (word.length - suffix.length >= from && word.endsWith(suffix)) return suffix;
    return "";
  }

  /** @type {(word: string, letters: number) => string} */
  function cut(word, letters) {
    return word.slice(0, word.length - letters);
  }

  // Where the regions begin: after the first vowel, and after each vowel-consonant pair that follows.
  /** @type {(word: string, vowels: string) => { afterVowel: number, first: number, second: number }} */
  function regions(word, vowels) {
    let at = 0;
    /** @type {(wanted: boolean) => boolean} */
    const skip = (wanted) => {
      while (at < word.length && vowels.includes(word[at]) !== wanted) at++;
      if (at >= word.length) return false;
      at++;
      return true;
    };
    const found = { afterVowel: word.length, first: word.length, second: word.length };
    if (!skip(true)) return found;
    found.afterVowel = at;
    if (!skip(false)) return found;
    found.first = at;
    if (skip(true) && skip(false)) found.second = at;
    return found;
  }

  // ---- Russian ----

  const RUSSIAN_VOWELS = "аеиоуыэюя";
  // Endings of the first kind count only after а or я, which stays; those of the second kind stand for themselves.
  const GERUND = [endings("в вши вшись"), endings("ив ыв ивши ывши ившись ывшись")];
  const ADJECTIVE = endings("ее ие ое ые ими ыми ей ий ой ый ем им ом ым его ого ему ому их ых ею ою ую юю ая яя");
  const PARTICIPLE = [endings("ем нн вш щ ющ"), endings("ивш ывш ующ")];
  const VERB = [
    endings("ла на ете йте ли й л ем н ло но нно ет ют ны ть ешь"),
    endings("ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ует ит ыт уют ят ены ить ыть ишь ю ую"),
  ];
  const NOUN = endings(
    "а ев ов е ие ье и еи ии ами ями иями й ей ией ий ой ам ем ием ом ям иям о у ах ях иях ы ь ю ию ью я ия ья"
  );

  const REFLEXIVE = endings("ся сь");
  const QUALITY = endings("ость ост");
  const LAST = endings("ейше ейш ь н");

  // The longest ending of both kinds decides alone: if its condition fails, no shorter one is tried.
  /** @type {(word: string, kinds: Endings[], from: number) => string | null} */
  function withoutTwoKinds(word, kinds, from) {
    const [afterA, plain] = [ending(word, kinds[0], from), ending(word, kinds[1], from)];
    if (plain.length > afterA.length) return cut(word, plain.length);
    if (!afterA) return null;
    const before = word.length - afterA.length - 1;
    return before >= from && (word[before] === "а" || word[before] === "я") ? cut(word, afterA.length) : null;
  }

  /** @type {(word: string, from: number) => string | null} */
  function withoutAdjective(word, from) {
    const suffix = ending(word, ADJECTIVE, from);
    if (!suffix) return null;
    const rest = cut(word, suffix.length);
    const shorter = withoutTwoKinds(rest, PARTICIPLE, from);
    return shorter === null ? rest : shorter;
  }

  /** @type {(word: string, from: number) => string} */
  function withoutInflection(word, from) {
    const gerund = withoutTwoKinds(word, GERUND, from);
    if (gerund !== null) return gerund;
    const reflexive = ending(word, REFLEXIVE, from);
    const rest = cut(word, reflexive.length);
    const adjective = withoutAdjective(rest, from);
    if (adjective !== null) return adjective;
    const verb = withoutTwoKinds(rest, VERB, from);
    if (verb !== null) return verb;
    return cut(rest, ending(rest, NOUN, from).length);
  }

  /** @type {(stem: string, from: number) => string} */
  function withSingle(stem, from) {
    return stem.length - 2 >= from && stem.endsWith("нн") ? cut(stem, 1) : stem;
  }

  /** @type {(word: string) => string} */
  function russian(word) {
    const { afterVowel: from, second } = regions(word, RUSSIAN_VOWELS);
    let stem = withoutInflection(word, from);
    if (stem.length > from && stem.endsWith("и")) stem = cut(stem, 1);
    const quality = ending(stem, QUALITY, from);
    if (quality && stem.length - quality.length >= second) stem = cut(stem, quality.length);
    const last = ending(stem, LAST, from);
    if (last === "н") return withSingle(stem, from);
    stem = cut(stem, last.length);
    return last.length > 2 ? withSingle(stem, from) : stem;
  }

  // ---- English (Porter 2) ----

  const ENGLISH_VOWELS = "aeiouy";
  const ENGLISH_VOWEL = /[aeiouy]/;
  /** @type {Record<string, string>} */
  const WHOLE_WORDS = {
    skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl",
    sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
  };
  const PAST = endings("eedly ingly edly eed ing ed");
  const LONG_START = /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
  const STEP_2 = {
    tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ational: "ate",
    ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous",
    iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogist: "og", fulli: "ful", lessli: "less", ogi: "og", li: "",
  };
  const STEP_3 = {
    tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "",
  };
  const STEP_4 = endings("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");
  const STEP_2_ENDINGS = endings(Object.keys(STEP_2).join(" "));
  const STEP_3_ENDINGS = endings(Object.keys(STEP_3).join(" "));

  // A short syllable at the end: consonant, vowel, consonant other than w, x, Y; or a word of vowel and consonant.
  /** @type {(word: string) => boolean} */
  function endsShort(word) {
    return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word) || word.endsWith("past");
  }

  /** @type {(word: string) => string} */
  function withoutPlural(word) {
    if (word.endsWith("sses")) return cut(word, 2);
    if (/ie[ds]$/.test(word)) return cut(word, word.length > 4 ? 2 : 1);
    if (/[us]s$/.test(word) || !word.endsWith("s")) return word;
    return ENGLISH_VOWEL.test(word.slice(0, -2)) ? cut(word, 1) : word;
  }

  /** @type {(word: string, first: number) => string} */
  function withoutPast(word, first) {
    const suffix = ending(word, PAST, 0);
    if (!suffix) return word;
    const rest = cut(word, suffix.length);
    if (suffix.startsWith("eed")) {
      return rest.length >= first && !/^(succ|proc|exc)$/.test(rest) ? rest + "ee" : word;
    }
    if (suffix === "ing") {
      if (/^[^aeiouy]y$/.test(rest)) return cut(rest, 1) + "ie";
      if (/^(even|cann|inn|earr|herr|out)$/.test(rest)) return word;
    }
    if (!ENGLISH_VOWEL.test(rest)) return word;
    if (/(at|bl|iz)$/.test(rest)) return rest + "e";
    if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : cut(rest, 1);
    return rest.length === first && endsShort(rest) ? rest + "e" : rest;
  }

  /** @type {(word: string, table: Record<string, string>, list: Endings, first: number, second: number) => string} */
  function replaced(word, table, list, first, second) {
    const suffix = ending(word, list, 0);
    const rest = cut(word, suffix.length);
    if (!suffix || rest.length < first) return word;
    if (suffix === "li" && !/[cdeghkmnrt]$/.test(rest)) return word;
    if (suffix === "ogi" && !rest.endsWith("l")) return word;
    if (suffix === "ative" && rest.length < second) return word;
    return rest + table[suffix];
  }

  /** @type {(word: string, second: number) => string} */
  function withoutDerivation(word, second) {
    const suffix = ending(word, STEP_4, 0);
    const rest = cut(word, suffix.length);
    if (!suffix || rest.length < second || (suffix === "ion" && !/[st]$/.test(rest))) return word;
    return rest;
  }

  /** @type {(word: string, first: number, second: number) => string} */
  function withoutLast(word, first, second) {
    const rest = cut(word, 1);
    if (word.endsWith("e")) return rest.length >= second || (rest.length >= first && !endsShort(rest)) ? rest : word;
    return word.endsWith("ll") && rest.length >= second ? rest : word;
  }

  /** @type {(word: string) => string} */
  function english(word) {
    if (Object.prototype.hasOwnProperty.call(WHOLE_WORDS, word)) return WHOLE_WORDS[word];
    if (word.length < 3) return word;
    // A y that begins the word or follows a vowel is a consonant, written Y until the end.
    let stem = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const start = LONG_START.exec(stem);
    let { first, second } = regions(stem, ENGLISH_VOWELS);
    if (start) {
      first = start[0].length;
      const rest = regions(stem.slice(first), ENGLISH_VOWELS);
      second = first + rest.first;
    }
    stem = withoutPast(withoutPlural(stem), first);
    if (/.[^aeiouy][yY]$/.test(stem)) stem = cut(stem, 1) + "i";
    stem = replaced(stem, STEP_2, STEP_2_ENDINGS, first, second);
    stem = replaced(stem, STEP_3, STEP_3_ENDINGS, first, second);
    stem = withoutDerivation(stem, second);
    return withoutLast(stem, first, second).replace(/Y/g, "y");
  }

  /** @type {(word: string) => string} */
  function stem(word) {
    if (/[а-я]/.test(word)) return russian(word);
    return /^[a-z]+$/.test(word) ? english(word) : word;
  }

  root.CJMStem = { russian, english, stem };
})(typeof globalThis === "undefined" ? self : globalThis);
