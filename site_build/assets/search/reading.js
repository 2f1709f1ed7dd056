/**
 * What the index knows goes in, a reader comes out; a query goes in, its words come out as they are understood:
 *
 *   CJMReading.reader({ everywhere, forms, shownForm, size }, { alias, synonyms }).read(query)
 *   -> { words: [{ typed, how, as, layout, stem, variants: Map(stem -> weight), worth }], number, total: of what they are worth }
 *
 * A word is looked for in this order, and the first that finds something decides: as it is, with its other forms and
 * synonyms · under the other keyboard layout, or as Latin letters sound · as the beginning of a word · with one slip of the finger · with two.
 *
 * A wrong guess sends somebody in a hurry to the wrong page, so little is guessed: nothing for words of four letters and
 * fewer, in short words only the slips that people make, never a shorter word, never a word that stands on no page with
 * another one of the query. What is not understood is said to be nowhere.
 * Needs words.js.
 */
(function (root) {
  "use strict";

  const { pieces, term, isStop, otherLayout, asSounded, oneSlip, isUsual, slipsBetween, trigrams } = root.CJMText;

  const SYNONYM = 0.6;
  const FAMILY = 0.6; // «списан» for «списание»: one stem begins with the other
  const FAMILY_START = 5; // letters, at least, that it has in common with it
  const PREFIX = 0.8;
  const SLIP = 0.8;
  const LIKE = 0.45; // of their trigrams two words share, before it is counted how many slips lie between them
  const LIKE_SLIPS = 2;
  const LIKE_LENGTH = 8; // letters of the stem, at least
  const SHORT = 6; // letters, and fewer: only a usual slip is assumed
  const BARE = 7; // letters of a stem, at least, that a word may be taken for
  const CERTAIN = { word: 3, synonym: 3, prefix: 2, typo: 1, similar: 1, none: 0 };
  const NUMBER_WORDS = new Set(["раздел", "пункт", "номер", "стандарт", "section", "number", "standard"]);

  /** @type {(weights: Variants, stem: string, weight: number) => void} */
  function raise(weights, stem, weight) {
    if (!((weights.get(stem) ?? -1) >= weight)) weights.set(stem, weight);
  }

  /** @type {(table: Map<string, Variants>, name: string) => Variants} */
  function row(table, name) {
    let found = table.get(name);
    if (!found) table.set(name, (found = new Map()));
    return found;
  }

  /** @template Key @param {Map<Key, Spelling[]>} table @param {Key} key */
  function among(table, key) {
    const near = table.get(key) || [];
    table.set(key, near);
    return near;
  }

  // "реб|енок|енк" -> «ребенок» and «ребенк» stand for each other.
  /** @type {(groups: string[]) => Map<string, Variants>} */
  function readAlias(groups) {
    const alias = new Map();
    for (const group of groups) {
      const [start, ...ends] = group.split("|");
      for (const from of ends) for (const to of ends) if (from !== to) row(alias, start + from).set(start + to, 1);
    }
    return alias;
  }

  // One word: a row of the table, stem -> its synonyms. Several («лист ожидания»): a run, looked for in the query.
  /** @type {(groups: string[][]) => { table: Map<string, Variants>, runs: { stems: string[], targets: Variants }[], spelled: Map<string, string> }} */
  function readSynonyms(groups) {
    const table = new Map();
    const runs = [];
    const spelled = new Map();
    for (const group of groups) {
      const members = group.map((entry) => pieces(entry).filter((piece) => !isStop(piece.key)).map((piece) => piece.key));
      for (const member of members) {
        for (const word of member) if (!spelled.has(term(word))) spelled.set(term(word), word);
        const targets = new Map();
        for (const other of members) {
          if (other !== member) for (const word of other) raise(targets, term(word), SYNONYM / other.length);
        }
        if (member.length > 1) runs.push({ stems: member.map(term), targets });
        else if (member.length) {
          for (const [to, weight] of targets) if (to !== term(member[0])) raise(row(table, term(member[0])), to, weight);
        }
      }
    }
    return { table, runs, spelled };
  }

  /** @type {(found: Map<string, Guess>) => Guess[]} */
  function byWeight(found) {
    /** @type {(one: Guess, other: Guess) => number} */
    const order = (one, other) => other.weight - one.weight || other.count - one.count || (one.stem < other.stem ? -1 : 1);
    return Array.from(found.values()).sort(order);
  }

  /** @type {typeof CJMReading.reader} */
  function reader(known, data) {
    const { everywhere, forms, shownForm, together, size } = known;
    const alias = readAlias(data.alias);
    const synonyms = readSynonyms(data.synonyms);
    /** @type {Map<string, Reading>} */
    const remembered = new Map(); // a reader types letter by letter, and most words stay
    /** @type {ReturnType<typeof allSpellings> | null} */
    let spellings = null;
    /** @type {Map<string, string[]> | null} */
    let byStart = null;

    /** @type {(stem: string) => string[]} */
    function otherForms(stem) {
      return Array.from((alias.get(stem) || new Map()).keys());
    }

    // The stem itself, its other forms, its family, and the synonyms of each with the other forms of these.
    /** @type {(variants: Variants, stem: string, weight: number) => void} */
    function addVariants(variants, stem, weight) {
      const own = [stem].concat(otherForms(stem));
      for (const one of own) raise(variants, one, weight);
      for (const one of family(stem)) raise(variants, one, weight * FAMILY);
      for (const one of own) {
        for (const [other, much] of synonyms.table.get(one) || []) {
          for (const form of [other].concat(otherForms(other))) raise(variants, form, weight * much);
        }
      }
    }

    /** @type {(stem: string) => string[]} */
    function family(stem) {
      const near = stem.length < FAMILY_START ? [] : families().get(stem.slice(0, FAMILY_START)) || [];
      return near.filter((other) => {
        const [short, long] = other.length < stem.length ? [other, stem] : [stem, other];
        return long.length - short.length <= 3 && long.startsWith(short) && short !== long;
      });
    }

    // The known stems by their first letters.
    /** @type {() => Map<string, string[]>} */
    function families() {
      if (byStart) return byStart;
      byStart = new Map();
      for (const stem of everywhere.keys()) {
        if (stem.length < FAMILY_START) continue;
        const start = stem.slice(0, FAMILY_START);
        const near = byStart.get(start);
        if (near) near.push(stem);
        else byStart.set(start, [stem]);
      }
      return byStart;
    }

    /** @type {(stems: Iterable<string>) => boolean} */
    function anyIndexed(stems) {
      for (const stem of stems) if (everywhere.has(stem)) return true;
      return false;
    }

    // The certain readings of a word: as it is, or through a synonym, or as a beginning.
    /** @type {(word: string) => Reading} */
    function plainly(word) {
      const stem = term(word);
      /** @type {Reading} */
      const read = { stem, how: "word", as: [], variants: new Map() };
      addVariants(read.variants, stem, 1);
      if (anyIndexed(read.variants.keys())) {
        if (!anyIndexed([stem].concat(otherForms(stem)))) read.how = "synonym";
        return read;
      }
      return take(read, "prefix", begun(word, stem));
    }

    // The readings that assume a mistake.
    /** @type {(word: string) => Reading} */
    function kindly(word) {
      const stem = term(word);
      /** @type {Reading} */
      const read = { stem, how: "none", as: [], variants: new Map() };
      if (synonyms.spelled.has(stem)) { // of a group of several words: read() sees whether the others stand beside it
        read.variants.set(stem, 1);
        read.how = "synonym";
        return read;
      }
      if (word.length <= 4 || /\d/.test(word)) return read;
      take(read, "typo", slips(word, stem));
      if (read.how === "none") take(read, "typo", runTogether(word));
      return read.how === "none" ? take(read, "similar", similar(word, stem)) : read;
    }

    /** @type {(read: Reading, how: How, near: Guess[]) => Reading} */
    function take(read, how, near) {
      read.how = near.length ? how : "none";
      for (const { stem, shown, weight } of near) {
        addVariants(read.variants, stem, weight);
        if (!read.as.includes(shown)) read.as.push(shown);
      }
      return read;
    }

    /** @type {(way: (word: string) => Reading, word: string) => Reading} */
    function recalled(way, word) {
      const name = way.name + " " + word;
      let read = remembered.get(name);
      if (!read) {
        if (remembered.size > 2000) remembered.clear();
        remembered.set(name, (read = way(word)));
      }
      return read;
    }

    /** @type {(word: string) => Reading} */
    function understood(word) {
      const read = recalled(plainly, word);
      return read.how === "none" ? recalled(kindly, word) : read;
    }

    /** @type {(word: string, stem: string) => Guess[]} */
    function begun(word, stem) {
      if (word.length < 2 || /^\d+$/.test(word)) return []; // one sum is no beginning of another
      const found = new Map();
      for (const [form, { stem: whole, shown, count }] of forms) {
        if (!form.startsWith(word) && !(stem.length > 3 && whole.startsWith(stem))) continue;
        const before = found.get(whole);
        found.set(whole, { stem: whole, shown, weight: PREFIX, count: (before ? before.count : 0) + count });
      }
      return byWeight(found).slice(0, 12);
    }

    // Every spelling that is known: words of the text, of the synonyms, and the stems of their other forms; by length
    // for slips of the finger, by trigram for likeness.
    /** @type {() => { byLength: Map<number, Spelling[]>, byTrigram: Map<string, Spelling[]> }} */
    function allSpellings() {
      if (spellings) return spellings;
      const byLength = new Map();
      const byTrigram = new Map();
      const seen = new Set();
      /** @type {(text: string, stem: string, shown: string, count: number, whole: boolean) => void} */
      const put = (text, stem, shown, count, whole) => {
        if (text.length < 3 || seen.has(text)) return;
        seen.add(text);
        const spelling = { text, stem, shown, count, whole, trigrams: 0 };
        among(byLength, text.length).push(spelling);
        if (!whole) return;
        for (const trigram of trigrams(text)) {
          spelling.trigrams++;
          among(byTrigram, trigram).push(spelling);
        }
      };
      for (const [form, { stem, shown, count }] of forms) put(form, stem, shown, count, true);
      for (const [stem, word] of synonyms.spelled) put(word, stem, word, 1, true);
      for (const [stem, { shown, count }] of shownForm) put(stem, stem, shown, count, false);
      for (const stem of alias.keys()) {
        const indexed = otherForms(stem).map((other) => shownForm.get(other)).find(Boolean);
        if (indexed) put(stem, indexed.stem, indexed.shown, 1, false);
      }
      return (spellings = { byLength, byTrigram });
    }

    /** @type {(word: string, stem: string) => Guess[]} */
    function slips(word, stem) {
      const { byLength } = allSpellings();
      const found = new Map();
      const tried = new Map([[stem, SLIP - 0.1], [word, SLIP]]);
      for (const [typed, weight] of tried) {
        if (typed.length <= 4) continue;
        for (let length = typed.length - 1; length <= typed.length + 1; length++) {
          for (const { text, stem: meant, shown, count, whole } of byLength.get(length) || []) {
            if (!oneSlip(typed, text) || !isLikely(word, typed, text, whole)) continue;
            const before = found.get(meant);
            if (!before || before.weight < weight || (before.weight === weight && before.count < count)) {
              found.set(meant, { stem: meant, shown, weight, count });
            }
          }
        }
      }
      return byWeight(found).slice(0, 3);
    }

    /** @type {(word: string, typed: string, text: string, whole: boolean) => boolean} */
    function isLikely(word, typed, text, whole) {
      if (isUsual(typed, text)) return true;
      if (text.length < typed.length || word.length <= SHORT) return false; // «полка» is no slip for «пока»
      return whole || text.length >= BARE; // «пожаром» is no slip for the «подар» of «подарить»
    }

    // «непришёл»: a particle that was not parted from its word.
    /** @type {(word: string) => Guess[]} */
    function runTogether(word) {
      const rest = word.startsWith("не") ? word.slice(2) : "";
      const form = forms.get(rest);
      return rest.length >= 4 && form ? [{ stem: form.stem, shown: form.shown, weight: SLIP, count: form.count }] : [];
    }

    // Two slips in a long word. Dice's coefficient over trigrams, twice what two words share of all they hold, finds whom
    // to compare.
    /** @type {(word: string, stem: string) => Guess[]} */
    function similar(word, stem) {
      if (stem.length < LIKE_LENGTH) return [];
      const { byTrigram } = allSpellings();
      const own = trigrams(word);
      const shared = new Map();
      for (const trigram of own) {
        for (const spelling of byTrigram.get(trigram) || []) shared.set(spelling, (shared.get(spelling) || 0) + 1);
      }
      const found = new Map();
      for (const [spelling, count] of shared) {
        const weight = (2 * count) / (own.size + spelling.trigrams);
        if (weight < LIKE) continue;
        // «постоянник» begins like «постоянный» and has an ending of its own; anything else must be as long and near.
        const derived = stem.startsWith(spelling.stem) && spelling.text.startsWith(word.slice(0, BARE));
        if (!derived && spelling.stem.length < stem.length - 1) continue;
        if (!derived && slipsBetween(stem, spelling.stem, LIKE_SLIPS) > LIKE_SLIPS) continue;
        const before = found.get(spelling.stem);
        if (before && before.weight >= weight) continue;
        found.set(spelling.stem, { stem: spelling.stem, shown: spelling.shown, weight, count: spelling.count });
      }
      return byWeight(found).slice(0, 3);
    }

    // The words of the query, those typed with the wrong keyboard or in Latin letters turned into what was meant.
    /** @type {(query: string) => { key: string, typed: string, layout: boolean }[]} */
    function inRightLayout(query) {
      const chunks = (query.match(/\+?\d[\d\s()‑–-]*\d|\S+/g) || []).map((chunk) => { // a number may have spaces in it
        const ways = [otherLayout(chunk), ...(/[a-z]/i.test(chunk) ? [asSounded(chunk)] : [])];
        const better = ways.find((turned) => isBetter(pieces(turned), pieces(chunk)));
        return { chunk, turned: better || ways[0], swap: better !== undefined, lost: certainty(pieces(chunk), understood) === 0 };
      });
      const anySwapped = chunks.some((chunk) => chunk.swap);
      const found = [];
      for (const { chunk, turned, swap, lost } of chunks) {
        // Between two such words a lone «d» is a «в», which no index knows.
        const swapped = swap || (anySwapped && lost && !pieces(turned).some((piece) => !isStop(piece.key)));
        const shown = swapped ? turned : chunk;
        for (const { key, start, end } of pieces(shown)) {
          found.push({ key, typed: shown.slice(start, end).toLowerCase(), layout: swapped });
        }
      }
      return found;
    }

    // Mistakes are assumed in the words as typed before they are assumed in the words as turned.
    /** @type {(turned: TextPiece[], typed: TextPiece[]) => boolean} */
    function isBetter(turned, typed) {
      const sure = certainty(typed, (word) => recalled(plainly, word));
      if (sure === 3) return false;
      if (certainty(turned, (word) => recalled(plainly, word)) > sure) return true;
      return certainty(turned, understood) > certainty(typed, understood);
    }

    // How surely the words of a chunk are meant: 3 known, 2 begun, 1 near something, 0 none of these.
    /** @type {(words: TextPiece[], way: (word: string) => Reading) => number} */
    function certainty(words, way) {
      const content = words.filter((piece) => !isStop(piece.key));
      if (!content.length) return words.length ? 3 : 0;
      return Math.min.apply(null, content.map((piece) => CERTAIN[way(piece.key).how]));
    }

    // «лист ожидания» in the query calls up the synonyms of the two words together.
    /** @type {(words: Word[]) => void} */
    function addRuns(words) {
      for (const { stems, targets } of synonyms.runs) {
        for (let at = 0; at + stems.length <= words.length; at++) {
          if (!stems.every((stem, step) => (words[at + step].variants.get(stem) || 0) >= SLIP - 0.1)) continue;
          for (const [stem, weight] of targets) {
            for (const one of [stem].concat(otherForms(stem))) raise(words[at].variants, one, weight);
          }
        }
      }
    }

    // How much a word tells: a rare one weighs more in what part of the query a page has answered. A rare synonym of a
    // common word does not make it rare.
    /** @type {(variants: Variants) => number} */
    function worth(variants) {
      let [own, best] = [Infinity, 0];
      for (const [one, weight] of variants) {
        const having = everywhere.get(one);
        if (!having) continue;
        const telling = weight * root.CJMReading.rarity(having.size, size);
        best = Math.max(best, telling);
        if (weight >= 1) own = Math.min(own, telling);
      }
      return Math.min(own, best);
    }

    // Whether a guess stands on some page with another word of the query; where there is no other, it may stand.
    /** @type {(word: Word, words: Word[]) => boolean} */
    function agrees(word, words) {
      if (word.how !== "typo" && word.how !== "similar") return true;
      const others = words.filter((other) => other !== word && other.how !== "none");
      if (!others.length) return word.how === "typo" || words.length === 1;
      return others.some((other) => together(word.variants, other.variants));
    }

    /** @type {(word: Word) => void} */
    function disown(word) {
      Object.assign(word, { how: "none", as: [], variants: new Map() });
    }

    /** @type {(query: string) => Asked} */
    function read(query) {
      const typed = inRightLayout(query.normalize("NFC"));
      const all = typed.filter((word, at) => typed.findIndex((other) => other.key === word.key) === at);
      const numbers = all.filter((word) => /^\d+$/.test(word.key));
      const asked = numbers.length === 1 && Number(numbers[0].key) <= size && all.every((word) => word === numbers[0] || NUMBER_WORDS.has(word.key));
      const content = all.filter((word) => !isStop(word.key));
      const words = (content.length ? content : all).map(({ key, typed: shown, layout }) => {
        const { stem, how, as, variants } = understood(key);
        return { typed: shown, layout, stem, how, as, variants: new Map(variants), worth: 0 };
      });
      for (const word of words) if (!agrees(word, words)) disown(word);
      addRuns(words);
      for (const word of words) if (!anyIndexed(word.variants.keys())) disown(word);
      for (const word of words) word.worth = worth(word.variants);
      if (asked) for (const word of words) word.how = "word"; // «раздел 23» is understood, though no text has the number
      return { words, number: asked ? Number(numbers[0].key) : null, total: words.reduce((sum, word) => sum + word.worth, 0) };
    }

    return { read };
  }

  /** @type {(count: number, size: number) => number} */
  function rarity(count, size) {
    return Math.log(1 + (size - count + 0.5) / (count + 0.5));
  }

  root.CJMReading = { reader, rarity, SYNONYM };
})(typeof globalThis === "undefined" ? self : globalThis);
