/* What the scripts of the search leave behind for each other: they are no modules, for a page from a disk loads none. */

/** An entry of the index. */
interface SearchDoc {
  location: string;
  title: string;
  text: string;
  tags?: string[];
}

/** How Material's search reads: its languages, and what stands between words, as a regular expression. */
interface SearchConfig {
  lang: string[];
  separator: string;
}

/** What was changed in a question: words that were put beside its own, and those that stand in the place of one. */
interface SaidWords {
  also?: string[];
  instead?: { word: string; words: string[] }[];
  failed?: boolean;
  loading?: boolean;
}

/** A word that was asked, and those that were put beside it or in its place. */
interface AskedGroup {
  own: string;
  others: string[];
  /** Of the entries that have a word inside of others, where that is looked for. */
  places?: Set<string>;
}

/** A question as it is put to Material's search. */
interface AskedQuestion {
  asked: string;
  said: { also: string[]; instead: { word: string; words: string[] }[] };
  groups: AskedGroup[];
}

/** A result: where it is, and which words of the question it has. */
interface SearchItem {
  location: string;
  terms: Record<string, boolean>;
}

/** What says that: `also` with {words}, `instead` with {word} and {words}, `failed` and `loading`. */
type SaySearch = (key: "also" | "instead" | "failed" | "loading", values: Record<string, string>) => string;

declare var jbForms: {
  fold(text: string): string[];
  isUnspaced(text: string): boolean;
  wordForms(counts: Map<string, number>): (word: string) => { found: boolean; words: string[] };
};

declare var jbQuestion: {
  asking(docs: SearchDoc[], config: SearchConfig): (typed: string) => AskedQuestion;
  separator(own: string): string;
  settle(item: SearchItem, groups: AskedGroup[]): void;
};

declare var jbSaid: (said: SaidWords | undefined, say: SaySearch) => string;

/** The worker's own; on a page from a disk, iframe-worker's, which gives a promise. */
declare function importScripts(...addresses: string[]): Promise<unknown> | undefined;

interface Window {
  /** Material's, to which answers of the search come too. */
  readonly component$?: { subscribe(does: (answer: { items?: unknown; said?: SaidWords }) => void): void };
  /** iframe-worker's, on a page from a disk. */
  readonly IFrameWorker: { new (address: string): Worker };
}
