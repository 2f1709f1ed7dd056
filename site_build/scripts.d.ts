/** What the site's scripts share: the page says `base` and `words` (theme/main.html), page.js adds the functions. */
declare const cjm: {
  base: string;
  words: Record<string, string>;
  say(name: string, values?: Record<string, unknown>): string;
  edition: string;
  feedback: string;
  copy(words: string): Promise<void>;
  send(title: string, subject: string, text: string, choices?: string[]): void;
  mineFirst?(hits: any[]): any[];
  forWhom?(words: string, speech: any, copy: (words: string) => void): boolean;
  counted(count: number, name: string): string;
  keep(store: "localStorage" | "sessionStorage", name: string, value: unknown): void;
  kept(store: "localStorage" | "sessionStorage", name: string, otherwise: any): any;
};

/** names.js: a name in the case that a question asks for. */
declare const CJMNames: { declined(name: string, asked: string): string; isAsked(asked: string): boolean };

/** What the build writes before worker.js. */
declare const VERSION: string;
declare const FILES: Map<string, string>;
declare const FIRST: string[];

interface Window {
  __cjmSearch?: boolean;
  __cjmIndex: any;
  __cjmChoices: any;
  CJMSearch: any;
}

/** What a selector finds is known to whoever wrote the page, not to the type checker. */
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Element {
  closest(selector: string): any;
}

/** Events are listened to on elements. */
interface EventTarget {
  closest?(selector: string): any;
}
