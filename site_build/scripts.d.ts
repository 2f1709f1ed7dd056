/** What the site's scripts share: the page says `base` and `words` (theme/main.html), page.js adds the functions. */
declare const cjm: {
  base: string;
  words: Record<string, string>;
  say(name: string, values?: Record<string, unknown>): string;
  edition: string;
  feedback: string;
  copy(words: string): Promise<void>;
  send(title: string, subject: string, text: string, choices?: string[]): void;
  mineFirst?(hits: Hit[]): Hit[];
  forWhom?(words: string, speech: HTMLElement, copy: (words: string) => void): boolean;
  counted(count: number, name: string): string;
  element<Tag extends keyof HTMLElementTagNameMap>(name: Tag, attributes?: Record<string, string>, children?: Child[]): HTMLElementTagNameMap[Tag];
  icon(path: string): SVGElement;
  within(event: Event, selector: string): HTMLElement | null;
  part<Selector extends string>(of: ParentNode, selector: Selector): Found<Selector>;
  keep(store: StoreName, name: string, value: unknown): void;
  kept<Kept>(store: StoreName, name: string, otherwise: Kept): Kept;
};
/** What stands in an element; what is nothing is left out. */
type Child = Node | string | "" | 0 | false | null | undefined;
type StoreName = "localStorage" | "sessionStorage";

/** names.js: a name in the case that a question asks for. */
declare var CJMNames: { declined(name: string, asked: string): string; isAsked(asked: string): boolean };

/** What the build writes before worker.js. */
declare const VERSION: string;
declare const FILES: Map<string, string>;
declare const FIRST: string[];

/** stem.js, words.js, reading.js, engine.js: what each gives to the next. */
declare var CJMStem: { russian(word: string): string; english(word: string): string; stem(word: string): string };
declare var CJMText: {
  key(word: string): string;
  pieces(text: string): TextPiece[];
  eachPiece(text: string, visit: (key: string, start: number, end: number) => void): void;
  term(word: string): string;
  isStop(word: string): boolean;
  otherLayout(text: string): string;
  asSounded(text: string): string;
  agesBetween(text: string): string[];
  oneSlip(one: string, other: string): boolean;
  isUsual(typed: string, meant: string): boolean;
  slipsBetween(one: string, other: string, most: number): number;
  trigrams(word: string): Set<string>;
};
declare var CJMReading: {
  reader(known: Known, data: Pick<IndexData, "alias" | "synonyms">): { read(query: string): Asked };
  rarity(count: number, size: number): number;
  SYNONYM: number;
};
declare var CJMAnswers: {
  quoted(text: string): string;
  told(found: Answer): string;
  situations(site: URL): Node[];
  hit(site: URL, hit: Hit, at: number): HTMLElement;
};
declare var CJMSearch: { begin(data: IndexData): Work; build(data: IndexData): Engine };

interface TextPiece { key: string; start: number; end: number }

/** The index, as cjm/search/index.py writes it. */
interface IndexData {
  language: "ru" | "en";
  synonyms: string[][];
  alias: string[];
  tries: [title: string, hint: string, url: string][];
  kinds?: Record<string, string>;
  pages: IndexPage[];
}
interface IndexPage {
  id: string;
  number: number | null;
  title: string;
  short: string;
  url: string;
  purpose: string;
  phrases: string[];
  places: IndexPlace[];
  calls?: [number: string, who: string][];
  only?: [scope: string, words: string];
}
type IndexPlace = [kind: string, anchor: string, heading?: string, prose?: string, speech?: string, phrases?: string];

/** How a word of the query is read: which stems stand for it, and how much each of them. */
type Variants = Map<string, number>;
type How = "word" | "prefix" | "synonym" | "typo" | "similar" | "none";
interface Reading { stem: string; how: How; as: string[]; variants: Variants }
interface Word extends Reading { typed: string; layout: boolean; worth: number }
interface Asked { words: Word[]; number: number | null; total: number }
interface Form { stem: string; shown: string; count: number }
interface Guess extends Form { weight: number }
interface Spelling extends Form { text: string; whole: boolean; trigrams: number }
interface Known {
  everywhere: Map<string, Set<number>>; // stem -> the pages that have it
  forms: Map<string, Form>;
  shownForm: Map<string, Form>;
  together(one: Variants, other: Variants): boolean;
  size: number;
}

/** What the engine keeps of the pages. */
type FieldName = "title" | "phrases" | "headings" | "text";
interface Phrase { stems: string[]; share: number; typed?: boolean; worth: number[]; own: number }
interface Place {
  at: number; order: number; kind: string; anchor: string; number: number; table: string; heading: string;
  body: { text: string; spoken: boolean }[]; length: number; sought: Phrase[];
}
interface Posted { postings: Map<string, Map<number, number>>; length: number[]; mean: number }
interface Read extends Omit<Known, "size"> {
  fields: Record<FieldName, Posted>;
  phrases: Phrase[][];
  scattered: Set<number>; // pages of many rows
  found: Map<string, [place: Place, sentence: number][]>;
}
type Worths = Map<string, { value: number; word: Word }>;
interface PlaceFound { place: Place; sentence: number; share: number; alike: number; answers: string[]; score: number }
interface Ranking { at: number; urgent: boolean; places: PlaceFound[]; score: number }

/** What it answers. */
type Mark = [start: number, end: number];
interface HitPlace {
  kind: string; anchor: string; number: number; table: string; url: string; heading: string; headingMarks: Mark[]; speech: boolean; text: string;
  marks: Mark[]; lines: string[]; score: number; answers: string[]; sought: boolean;
}
interface Hit {
  id: string; kind: string; number: number | null; title: string; marks: Mark[]; url: string; score: number; urgent: boolean;
  calls: [number: string, who: string][]; purpose: string; purposeMarks: Mark[]; places: HitPlace[]; only?: [scope: string, words: string];
}
interface Understood { typed: string; how: How; layout: boolean; as: string[]; also: string[] }
interface Answer { hits: Hit[]; understood: Understood[]; unknown: string[]; shorter: string[] }
interface Engine {
  search(query: string, options?: { limit?: number }): Answer;
  order(query: string): { hits: { id: string; title: string }[]; unknown: string[] };
}
interface Work { more(milliseconds: number): Engine | null }

/** What holds for whom, as cjm/pages/choices.py writes it. */
interface Choices {
  dimensions: { id: string; title: string; once: boolean; values: [id: string, title: string, ...was: string[]][] }[];
  texts: [whole: string, variants: [scope: string, text: string][]][];
  words: { all: string; ask: string };
}

/** What the browser keeps by name. */
type Kept = Record<string, string>;

interface Window {
  __cjmSearch?: boolean;
  __cjmIndex: IndexData;
  __cjmChoices?: Choices;
}

/** What a selector finds, by the tag at its end; of one that ends in no tag, an element of HTML. */
type Tags = HTMLElementTagNameMap & Pick<SVGElementTagNameMap, "svg">;
type Found<Selector extends string> =
  Selector extends `${string} ${infer Last}` ? Found<Last>
  : Selector extends `${infer Tag}[${string}` | `${infer Tag}#${string}` | `${infer Tag}:${string}` | `${infer Tag}.${string}` ? (Tag extends keyof Tags ? Tags[Tag] : HTMLElement)
  : Selector extends keyof Tags ? Tags[Selector] : HTMLElement;
interface ParentNode {
  querySelector<Selector extends string>(selector: Selector): Found<Selector> | null;
  querySelectorAll<Selector extends string>(selector: Selector): NodeListOf<Found<Selector>>;
}
interface Element {
  closest<Selector extends string>(selector: Selector): Found<Selector> | null;
}

/** The scope of a service worker, of which the types of a page know nothing. */
interface LastingEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface Asking extends LastingEvent { request: Request; respondWith(answer: Promise<Response>): void }
interface OfflineScope {
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: LastingEvent) => void): void;
  addEventListener(type: "message", hear: (event: LastingEvent & { data: unknown }) => void): void;
  addEventListener(type: "fetch", hear: (event: Asking) => void): void;
}
