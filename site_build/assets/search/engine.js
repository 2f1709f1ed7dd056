/**
 * The index data go in, an engine comes out; a query goes in, sections with their best places come out.
 *
 *   const engine = CJMSearch.build(data);    // or bit by bit: const work = CJMSearch.begin(data); work.more(10) || …
 *   engine.search("списали занятие", { limit: 8 })
 *   -> { hits: [{ id, kind, number, title, marks, url, score, urgent, calls, purpose, purposeMarks,
 *                 places: [{ kind, anchor, url, number, table, heading, headingMarks, speech, text, marks, lines, score,
 *                            answers, sought }] }],
 *        understood: [{ typed, how, as: [words], also: [words], layout }], unknown: [words], shorter: [words] }
 *   engine.order("списали занятие")
 *   -> { hits: [{ id, title }], unknown: [words] }
 *
 * `how` is "word", "prefix" (still being typed), "synonym", "typo", "similar" or "none". `text` is the sentence of the
 * place that answers, `speech` says that it is said aloud, `lines` is all of it for a page of danger; `urgent` says that
 * such a page is what was meant, `answers` the words of the query that a place has, `sought` that the query is like one of
 * its phrases, `table` what the reference is called of which it is a row. Marks are [start, end] in the text beside them. The same file answers in the browser and, under quickjs-ng, the probes of rule 504. The shape of `data`
 * is written in cjm/search/index.py. Needs stem.js, words.js and reading.js.
 *
 * Ranking is BM25F with an idf and a saturation of its own for each field: measured against one idf for all, it is what
 * keeps a title above a mention once sections are long.
 */
(function (root) {
  "use strict";

  const { pieces, eachPiece, term, isStop, agesBetween } = root.CJMText;
  const { reader, rarity, SYNONYM } = root.CJMReading;

  const FIELDS = {
    title: { weight: 4, flattens: 0.3 },
    phrases: { weight: 4, flattens: 0.2 },
    headings: { weight: 3, flattens: 0.5 },
    text: { weight: 3, flattens: 0.75 },
  };
  const NAMES = /** @type {FieldName[]} */ (Object.keys(FIELDS));
  const SATURATION = 1.2;
  const PHRASE_BONUS = 2;
  const WHOLE_PHRASE = 2; // whoever types a phrase of the author, in whatever form, is to find that section
  const HEADING = 0.8; // of that bonus, for a query that is like a heading
  const JOURNEY = 0.6; // a map shows where on the way we are; what to do stands in the sections
  const TOGETHER = 0.5; // for a page that has all words of the query in one place
  const SCATTERED = 0.3; // and of a page of many rows, each another matter, for words that stand in different ones
  const MANY_ROWS = 10;
  const IN_HEADING = 1.5;
  const NEAR = 1;
  const ALL = 0.5; // how much the share of the query counts that a place answers
  const LONG = 0.25;
  const LONG_WORDS = 30;
  const HEADING_LINE = -1;
  const PHRASE_LINE = -2; // the first of them, the others below: words of two phrases are no answer together
  const LIKE_A_PHRASE = 0.6;
  const SOUGHT = 2; // for a place that the query is like a phrase of
  const OTHER_PLACE = 0.9;
  /** @type {Record<string, number>} */
  const PLACE = { says: 1.1, step: 1, script: 0.9, never: 0.8, about: 0.6 };
  const ALWAYS = 3; // hits are shown whatever they score; further ones only from this share of the best
  const LEAST = 0.25;
  const URGENT = 0.8; // a word of danger may be mistyped or unfinished, not guessed from another
  const MOST = 0.6; // of what a phrase tells
  const PLACES_SHOWN = 3;
  const WEAK = 0.15; // of the most telling word in the query
  const SHOWN_LENGTH = 150;
  const ROW_LENGTH = 300; // a row is short and whole, or it says half of what is to be done

  // The engine at once; and bit by bit, for a page that is being read meanwhile: `more(10)` works for so many milliseconds
  // and gives the engine as soon as it is there.
  /** @type {(data: IndexData) => Engine} */
  function build(data) {
    return /** @type {Engine} */ (begin(data).more(Infinity));
  }

  /** @type {(data: IndexData) => Work} */
  function begin(data) {
    const reading = readPages(data.pages);
    /** @type {Engine | null} */
    let engine = null;
    /** @type {(milliseconds: number) => Engine | null} */
    function more(milliseconds) {
      const until = Date.now() + milliseconds;
      while (!engine && Date.now() <= until) {
        const { done, value } = reading.next();
        if (done) engine = asked(data, value);
      }
      return engine;
    }
    return { more };
  }

  /** @type {(data: IndexData, index: Read) => Engine} */
  function asked(data, index) {
    const { pages } = data;
    const { read } = reader(Object.assign({ size: pages.length }, index), data);

    // What a query means, and the pages that answer it, best first: those that are worth showing.
    /** @type {(query: string) => { words: Word[], ranked: Ranking[], unknown: string[] }} */
    function answered(query) {
      const asked = read(query);
      const all = rank(pages, index, asked, placesFor(index, asked, pages.length));
      const ranked = all.filter(({ score }, place) => place < ALWAYS || score >= all[0].score * LEAST);
      return { words: asked.words, ranked, unknown: asked.words.filter(({ how }) => how === "none").map(({ typed }) => typed) };
    }

    /** @type {Engine["search"]} */
    function search(query, options) {
      const { words, ranked, unknown } = answered(query);
      const shown = ranked.slice(0, (options && options.limit) || 8);
      return {
        hits: shown.map((ranking) => hit(pages[ranking.at], ranking, words, index.everywhere, pages.length)),
        understood: words.map((word) => told(word, index.shownForm)),
        unknown,
        shorter: shorter(words),
      };
    }

    // The pages alone, in the same order, without their places: a tenth of the work.
    /** @type {Engine["order"]} */
    function order(query) {
      const { ranked, unknown } = answered(query);
      return { hits: ranked.map(({ at }) => ({ id: pages[at].id, title: pages[at].title })), unknown };
    }

    return { search, order };
  }

  // ---- index ----

  /** @param {IndexPage[]} pages @returns {Generator<undefined, Read>} */
  function* readPages(pages) {
    const fields = /** @type {Record<FieldName, Posted>} */ ({});
    /** @type {Map<string, Form>} */
    const forms = new Map(); // word as a key -> { stem, shown, count }
    for (const name of NAMES) fields[name] = { postings: new Map(), length: new Array(pages.length).fill(0), mean: 1 };

    // Counts the words of a text into a field, and gives the stem of each to `visit`.
    /** @type {(name: FieldName, at: number, text: string, visit?: (stem: string) => void) => void} */
    function put(name, at, text, visit) {
      const { postings, length } = fields[name];
      /** @type {(key: string, start: number, end: number) => void} */
      const count = (key, start, end) => {
        let form = forms.get(key);
        if (!form) forms.set(key, (form = { stem: term(key), shown: text.slice(start, end).toLowerCase() || key, count: 0 }));
        form.count++;
        let counts = postings.get(form.stem);
        if (!counts) postings.set(form.stem, (counts = new Map()));
        counts.set(at, (counts.get(at) || 0) + 1);
        length[at]++;
        if (visit) visit(form.stem);
      };
      eachPiece(text, count);
      for (const age of agesBetween(text)) count(age, 0, 0);
    }

    // A place, and for each stem the sentences that have it: [place, sentence], the heading being the sentence -1.
    let table = /** @type {Place} */ ({}); // whose rows follow
    /** @type {(at: number, order: number, number: number, place: IndexPlace) => Phrase[]} */
    function putPlace(at, order, number, [kind, anchor, heading = "", prose = "", speech = "", phrases = ""]) {
      const sought = phrases.split("\n").filter(Boolean).map((text) => phrase(text, 1, true));
      /** @type {Place} */
      const place = { at, order, kind, anchor, number, table: "", heading, body: [], length: 0, sought };
      if (kind === "detail") table = place;
      else if (kind === "row") Object.assign(place, { anchor: table.anchor, table: table.heading });
      /** @type {(stem: string, sentence: number) => void} */
      const note = (stem, sentence) => {
        const having = found.get(stem);
        if (having) having.push([place, sentence]);
        else found.set(stem, [[place, sentence]]);
      };
      put("headings", at, heading, (stem) => note(stem, HEADING_LINE));
      for (const [which, text] of phrases.split("\n").entries()) put("phrases", at, text, (stem) => note(stem, PHRASE_LINE - which));
      for (const spoken of [false, true]) {
        const text = spoken ? speech : prose;
        for (const sentence of kind === "row" ? [text].filter(Boolean) : sentences(text)) {
          const line = place.body.push({ text: sentence, spoken }) - 1;
          put("text", at, sentence, (stem) => {
            note(stem, line);
            place.length++;
          });
        }
      }
      return sought;
    }

    /** @type {Phrase[][]} */
    const phrases = [];
    /** @type {Read["found"]} */
    const found = new Map();
    for (const [at, page] of pages.entries()) {
      put("title", at, page.title + " " + page.short);
      for (const phrase of page.phrases) put("phrases", at, phrase);
      put("text", at, page.purpose);
      const headings = page.places.map(([, , heading = ""]) => heading).filter(Boolean);
      const whole = [page.title].concat(page.phrases).map((text, order) => phrase(text, 1, order > 0));
      /** @type {Record<string, number>} */
      const numbers = {};
      const sought = page.places.flatMap((place, order) => {
        numbers[place[0]] = (numbers[place[0]] || 0) + 1;
        return putPlace(at, order, numbers[place[0]], place);
      });
      phrases.push(whole.concat(sought, headings.map((text) => phrase(text, HEADING, false))));
      yield;
    }
    /** @type {Known["everywhere"]} */
    const everywhere = new Map(); // stem -> the pages that have it
    for (const name of NAMES) {
      const { postings, length } = fields[name];
      fields[name].mean = length.reduce((sum, one) => sum + one, 0) / pages.length || 1;
      for (const [stem, counts] of postings) {
        const having = everywhere.get(stem) || new Set();
        for (const at of counts.keys()) having.add(at);
        everywhere.set(stem, having);
      }
    }
    /** @type {Known["shownForm"]} */
    const shownForm = new Map(); // stem -> its most frequent form, as the text writes it
    for (const form of forms.values()) {
      const best = shownForm.get(form.stem);
      if (!best || form.count > best.count) shownForm.set(form.stem, form);
    }
    for (const phrase of phrases.flat()) {
      const worth = phrase.stems.map((stem) => rarity(size(everywhere, stem), pages.length));
      Object.assign(phrase, { worth, own: worth.reduce((sum, one) => sum + one, 0) });
    }
    const scattered = new Set(Array.from(pages.keys()).filter((at) => pages[at].places.filter(([kind]) => kind === "row").length >= MANY_ROWS));
    return { fields, forms, everywhere, shownForm, phrases, found, scattered, together: neighbours(everywhere) };
  }

  // Whether a stem of the one and a stem of the other stand on one page.
  /** @type {(everywhere: Known["everywhere"]) => Known["together"]} */
  function neighbours(everywhere) {
    /** @type {(variants: Variants) => Set<number>} */
    const having = (variants) => new Set(Array.from(variants.keys()).flatMap((stem) => Array.from(everywhere.get(stem) || [])));
    return (one, other) => {
      const near = having(other);
      return Array.from(having(one)).some((at) => near.has(at));
    };
  }

  /** @type {(text: string, share: number, typed: boolean) => Phrase} */
  function phrase(text, share, typed) {
    return { stems: stemsOf(text), share, typed, worth: [], own: 0 };
  }

  /** @type {(having: Known["everywhere"], stem: string) => number} */
  function size(having, stem) {
    const pages = having.get(stem);
    return pages ? pages.size : 0;
  }

  /** @type {(phrase: string) => string[]} */
  function stemsOf(phrase) {
    return Array.from(new Set(pieces(phrase).filter(({ key }) => !isStop(key)).map(({ key }) => term(key))));
  }

  // ---- ranking ----

  // [{ at, score }], best first. Scores are whole billionths: a last bit that differs must not decide a tie.
  /** @type {(pages: IndexPage[], index: Read, asked: Asked, places: Map<number, PlaceFound[]>) => Ranking[]} */
  function rank(pages, index, { words, number, total }, places) {
    const sums = new Map();
    for (const word of words) {
      for (const [at, { score, weight }] of scores(index, word, pages.length)) {
        if (!sums.has(at)) sums.set(at, { score: 0, answered: 0 });
        sums.get(at).score += score;
        sums.get(at).answered += word.worth * Math.min(1, weight);
      }
    }
    const named = Array.from(sums.keys()).some((at) => !pages[at].calls && isPhrase(index.phrases[at], words));
    const urgent = new Set(Array.from(sums.keys()).filter((at) => pages[at].calls && !named && isUrgent(index.phrases[at], words)));
    const numbered = number === null ? -1 : pages.findIndex((page) => page.number === number);
    if (numbered >= 0 && !sums.has(numbered)) sums.set(numbered, { score: 0, answered: 0 });
    const best = heaviest(words);
    const ranked = Array.from(sums, ([at, { score, answered }]) => {
      const coordination = total ? 0.4 + (0.6 * answered) / total : 1;
      const alike = likeness(index.phrases[at], best, total);
      const bonus = 1 + PHRASE_BONUS * alike + WHOLE_PHRASE * Number(isPhrase(index.phrases[at], words));
      const kind = pages[at].id.startsWith("journey:") ? JOURNEY : 1;
      const own = places.get(at) || [];
      const together = Math.max(alike ** 2, ...own.map(({ share }) => share));
      const apart = index.scattered.has(at) ? SCATTERED : 1;
      const near = apart + (1 + TOGETHER - apart) * together;
      return { at, urgent: urgent.has(at), places: own, score: Math.round(score * coordination * bonus * near * kind * 1e9) };
    });
    /** @type {(at: number) => number} */
    const place = (at) => (at === numbered ? -1 : pages[at].number || pages.length + at);
    /** @type {(at: number) => number} */
    const ahead = (at) => Number(at === numbered) + 2 * Number(urgent.has(at));
    return ranked.sort((one, other) =>
      ahead(other.at) - ahead(one.at) || other.score - one.score || place(one.at) - place(other.at)
    );
  }

  // page -> what one word of the query scores there: in each field the best of its variants, as if they were one word.
  /** @type {(index: Read, word: Word, size: number) => Map<number, { score: number, weight: number }>} */
  function scores(index, word, size) {
    const sums = new Map();
    for (const name of NAMES) {
      const { postings, length, mean } = index.fields[name];
      const { weight: share, flattens } = FIELDS[name];
      // A rare synonym must not count for more than the common word that was typed.
      const own = postings.get(word.stem);
      const most = own ? rarity(own.size, size) : Infinity;
      const best = new Map();
      for (const [stem, weight] of word.variants) {
        const counts = postings.get(stem);
        if (!counts) continue;
        const idf = Math.min(most, rarity(counts.size, size));
        for (const [at, count] of counts) {
          const flat = count / (1 - flattens + (flattens * length[at]) / mean);
          const score = (share * weight * idf * flat * (SATURATION + 1)) / (flat + SATURATION);
          if (!(best.has(at) && best.get(at).score >= score)) best.set(at, { score, weight });
        }
      }
      for (const [at, { score, weight }] of best) {
        const sum = sums.get(at) || { score: 0, weight: 0 };
        sums.set(at, { score: sum.score + score, weight: Math.max(sum.weight, weight) });
      }
    }
    return sums;
  }

  // stem -> what it is worth in a text, and for which word of the query
  /** @type {(words: Word[], everywhere: Known["everywhere"], size: number) => Worths} */
  function worths(words, everywhere, size) {
    /** @type {Worths} */
    const values = new Map();
    for (const word of words) {
      for (const [stem, weight] of word.variants) {
        const having = everywhere.get(stem);
        if (!having) continue;
        const value = weight * Math.min(word.worth, rarity(having.size, size));
        const before = values.get(stem);
        if (!before || before.value < value) values.set(stem, { value, word });
      }
    }
    return values;
  }

  // stem -> what it weighs for the word of the query that it answers best
  /** @type {(words: Word[]) => Variants} */
  function heaviest(words) {
    /** @type {Variants} */
    const best = new Map();
    for (const { variants } of words) for (const [stem, weight] of variants) raise(best, stem, weight);
    return best;
  }

  // page -> the places of it that have a word of the query: [{ place, score, share, sentence }]. Each word counts once, most
  // in the heading; words that stand in one sentence count for more, a long place for less.
  /** @type {(index: Read, asked: Asked, size: number) => Map<number, PlaceFound[]>} */
  function placesFor(index, { words, total }, size) {
    const met = new Map(); // place -> { heading, body, sentences }: word -> what it is worth there
    for (const [stem, { value, word }] of worths(words, index.everywhere, size)) {
      for (const [place, sentence] of index.found.get(stem) || []) {
        if (!met.has(place)) met.set(place, { heading: new Map(), body: new Map(), sentences: new Map() });
        const its = met.get(place);
        if (sentence > PHRASE_LINE) raise(sentence < 0 ? its.heading : its.body, word, value);
        if (sentence === HEADING_LINE) continue;
        if (!its.sentences.has(sentence)) its.sentences.set(sentence, new Map());
        raise(its.sentences.get(sentence), word, value);
      }
    }
    const found = new Map(); // page -> its places
    const best = heaviest(words);
    for (const [place, { heading, body, sentences }] of met) {
      const phrase = Array.from(sentences).filter(([line]) => line <= PHRASE_LINE).map(([, values]) => values)
        .reduce((best, values) => (sumOf(values) > sumOf(best) ? values : best), new Map());
      for (const [word, value] of phrase) raise(heading, word, value);
      let [all, held] = [0, 0];
      for (const word of words) {
        const [above, below] = [heading.get(word) || 0, body.get(word) || 0];
        all += Math.max(above * IN_HEADING, below);
        held += Math.max(above, below);
      }
      let told = { sentence: HEADING_LINE, sum: 0 };
      for (const [sentence, values] of sentences) {
        if (sentence < 0) continue;
        const sum = sumOf(values);
        if (sum > told.sum || (sum === told.sum && sentence < told.sentence)) told = { sentence, sum };
      }
      const near = Math.max(sumOf(heading) * IN_HEADING, told.sum);
      const share = total ? held / total : 0;
      const long = 1 + LONG * Math.log1p(place.length / LONG_WORDS);
      const alike = likeness(place.sought, best, total);
      const score = ((all + NEAR * near) * (1 - ALL + ALL * share) * (PLACE[place.kind] || OTHER_PLACE) *
        (1 + SOUGHT * alike ** 2)) / long;
      if (!found.has(place.at)) found.set(place.at, []);
      const answers = words.filter((word) => heading.has(word) || body.has(word)).map(({ typed }) => typed);
      found.get(place.at).push({ place, sentence: told.sentence, share: share * share, alike, answers, score: Math.round(score * 1e9) });
    }
    return found;
  }

  /** @template Key @param {Map<Key, number>} values @param {Key} word @param {number} value */
  function raise(values, word, value) {
    if (!((values.get(word) ?? -1) >= value)) values.set(word, value);
  }

  /** @type {(values: Map<unknown, number>) => number} */
  function sumOf(values) {
    let sum = 0;
    for (const value of values.values()) sum += value;
    return sum;
  }

  // How well the query as a whole fits the title, one of the phrases or one of the headings, 0 to 1. `asked` is what its
  // words are worth together, `best` what each stem weighs in it.
  /** @type {(phrases: Phrase[], best: Variants, asked: number) => number} */
  function likeness(phrases, best, asked) {
    let most = 0;
    for (const { stems, share, worth, own } of phrases) {
      let shared = 0;
      for (let place = 0; place < stems.length; place++) shared += worth[place] * (best.get(stems[place]) || 0);
      if (asked + own) most = Math.max(most, (share * 2 * shared) / (asked + own));
    }
    return Math.min(1, most);
  }

  // Whether the query has the words of the title or of a phrase, each in whatever form, and no others.
  /** @type {(phrases: Phrase[], words: Word[]) => boolean} */
  function isPhrase(phrases, words) {
    return phrases.some(({ stems, share }) => {
      if (share < 1 || stems.length !== words.length) return false;
      return words.every(({ variants }) => stems.some((stem) => (variants.get(stem) || 0) >= 1));
    });
  }

  // Whether a page for danger is meant: the query holds a whole phrase of it, or is most of one. What is only begun to be
  // typed means nothing yet.
  /** @type {(phrases: Phrase[], words: Word[]) => boolean} */
  function isUrgent(phrases, words) {
    const meant = words.filter(({ how, typed }) => how !== "none" && (how !== "prefix" || typed.length > 3));
    if (!meant.length) return false;
    /** @type {(stem: string, least: number) => boolean} */
    const asks = (stem, least) => meant.some(({ variants }) => (variants.get(stem) || 0) >= least);
    return phrases.some(({ stems, typed, worth, own }) => {
      if (!typed || !stems.length) return false;
      if (stems.every((stem) => asks(stem, stems.length > 1 ? SYNONYM : URGENT))) return true;
      const shared = stems.reduce((sum, stem, place) => sum + (asks(stem, URGENT) ? worth[place] : 0), 0);
      return shared >= own * MOST && meant.length === words.length && meant.every(({ variants }) => stems.some((stem) => (variants.get(stem) || 0) >= URGENT));
    });
  }

  // ---- what is shown ----

  /** @type {(page: IndexPage, ranking: Ranking, words: Word[], everywhere: Known["everywhere"], size: number) => Hit} */
  function hit(page, { places, urgent, score }, words, everywhere, size) {
    const values = worths(words, everywhere, size);
    const shown = places.sort((one, other) => other.score - one.score || one.place.order - other.place.order);
    const worthy = shown.filter(({ score }) => score >= shown[0].score * 0.4).slice(0, PLACES_SHOWN);
    return {
      id: page.id, kind: page.id.split(":")[0], number: page.number, title: page.title, marks: marks(page.title, values),
      url: page.url, score, urgent, calls: page.calls || [], purpose: page.purpose, purposeMarks: marks(page.purpose, values),
      places: worthy.map((one) => row(page, one, values)), only: page.only,
    };
  }

  // Both are shown: the heading, and the sentence that answers, or the first words of the place where only the heading does.
  /** @type {(page: IndexPage, found: PlaceFound, values: Worths) => HitPlace} */
  function row(page, { place: { kind, anchor, number, table, heading, body }, sentence, score, alike, answers }, values) {
    const shown = body[sentence] || body.find(({ spoken }) => spoken) || body[0];
    const text = shown ? clipped(shown.text, values, kind === "row" ? ROW_LENGTH : SHOWN_LENGTH) : "";
    return {
      kind, anchor, number, table, url: anchor.includes(".") ? anchor : page.url + (anchor ? "#" + anchor : ""),
      heading, headingMarks: marks(heading, values), speech: Boolean(shown && shown.spoken), text, marks: marks(text, values),
      lines: page.calls ? body.map((one) => one.text) : [], score, answers, sought: alike >= LIKE_A_PHRASE,
    };
  }

  // Neighbours share a mark. A word that is everywhere («не») is marked only beside one that is not.
  /** @type {(text: string, values: Worths) => Mark[]} */
  function marks(text, values) {
    let most = 0;
    for (const { value } of values.values()) most = Math.max(most, value);
    /** @type {{ start: number, end: number, telling: boolean }[]} */
    const found = [];
    for (const { key, start, end } of pieces(text)) {
      const met = values.get(term(key));
      if (!met) continue;
      const telling = met.value >= most * WEAK;
      const last = found[found.length - 1];
      if (last && /^\s+$/.test(text.slice(last.end, start))) Object.assign(last, { end, telling: last.telling || telling });
      else found.push({ start, end, telling });
    }
    return found.filter((mark) => mark.telling).map(({ start, end }) => /** @type {Mark} */ ([start, end]));
  }

  /** @type {(text: string) => string[]} */
  function sentences(text) {
    const found = text.match(/[^.!?…\n]+(?:[.!?…]+["»”)]*|\n|$)/g) || [];
    return found.map((sentence) => sentence.trim()).filter(Boolean);
  }

  // A long sentence is shown from shortly before its first mark, cut between words.
  /** @type {(text: string, values: Worths, most: number) => string} */
  function clipped(text, values, most) {
    if (text.length <= most) return text;
    const first = marks(text, values)[0];
    let from = 0;
    if (first && first[0] > most * 0.6) from = text.indexOf(" ", first[0] - most * 0.4) + 1;
    let to = Math.min(text.length, from + most);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    const cut = text.slice(from, to).replace(/[\s,;:—–-]+$/, "");
    return (from ? "…" : "") + cut + (to < text.length ? "…" : "");
  }

  // How a word was read, in words that can be shown.
  /** @type {(word: Word, shownForm: Known["shownForm"]) => Understood} */
  function told({ typed, how, as, layout, variants }, shownForm) {
    const also = Array.from(variants.keys()).filter((stem) => (variants.get(stem) || 0) <= SYNONYM && shownForm.has(stem));
    return { typed, how, layout, as: as.slice(0, 3), also: also.slice(0, 3).map((stem) => (shownForm.get(stem) || { shown: stem }).shown) };
  }

  // What to ask instead of a longer query: its words one by one, the most telling first.
  /** @type {(words: Word[]) => string[]} */
  function shorter(words) {
    if (words.length < 2) return [];
    const telling = words.filter((word) => word.worth > 0).sort((one, other) => other.worth - one.worth);
    return telling.map((word) => (word.as.length ? word.as[0] : word.typed)).slice(0, 3);
  }

  root.CJMSearch = { begin, build };
})(typeof globalThis === "undefined" ? self : globalThis);
