/**
 * The areas of words: every `en/<area>.ts` is one. They are objects that live as long as the program and hold the words of the language in
 * use: choosing another replaces their sentences in place, and an area that is fetched later comes in the language already chosen. Who reads a
 * word when it is shown, and not earlier, shows the right one.
 */

/** A tree of sentences. */
type Texts = string | readonly Texts[] | { readonly [name: string]: Texts };
type Tree = Record<string, unknown>;

/** Gives the sentences of an area in another language; `english` are those it has. What it lacks stays English. */
export type Translator = (name: string, english: unknown) => unknown;

const areas = new Map<string, { readonly live: Tree; readonly english: Tree }>();
let translator: Translator | null = null;
let tag = 'en';
let plural = new Intl.PluralRules(tag);

/** Makes an area known under its name; in English until a translation holds it. */
export function area<const Area extends Texts>(name: string, english: Area): Area {
  const live = copyOf(english);
  areas.set(name, { live: live as Tree, english: english as Tree });
  fill(live as Tree, translator?.(name, english));
  return live;
}

/**
 * Puts the sentences of another language into every area, now and later; `null` is English. What it lacks stays English. The language's tag
 * (BCP 47) decides which plural form belongs to which number.
 */
export function translate(catalogue: Readonly<Record<string, unknown>> | Translator | null, language = 'en'): void {
  translator = typeof catalogue === 'object' ? catalogue && ((name) => catalogue[name]) : catalogue;
  tag = language;
  plural = new Intl.PluralRules(tag);
  for (const [name, { live, english }] of areas) {
    fill(live, english);
    fill(live, translator?.(name, english));
  }
}

/** The tag (BCP 47) of the language in use. */
export const languageInUse = (): string => tag;

/** Which form a number takes in the language in use: English and its like have two. */
export const pluralForm = (count: number): 'one' | 'other' => (plural.select(count) === 'one' ? 'one' : 'other');

function fill(live: Tree, texts: unknown): void {
  if (typeof texts !== 'object' || texts === null) return;
  for (const [name, text] of Object.entries(texts)) {
    if (!Object.hasOwn(live, name)) continue;
    const now = live[name];
    if (typeof now === 'object' && now !== null) fill(now as Tree, text);
    else if (typeof text === 'string') live[name] = text;
  }
}

/** A copy all the way down, so that the English sentences stay what they are. */
function copyOf<Area extends Texts>(texts: Area): Area {
  return JSON.parse(JSON.stringify(texts)) as Area; // sentences, lists and objects alone: the copy has the same shape
}
