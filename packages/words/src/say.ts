/** Filling in messages: `{name}` placeholders, and plural forms chosen by the number `{count}` as the language in use has them. */
import { pluralForm } from './area.ts';

/** A sentence with `{name}` placeholders, or its plural forms by CLDR category; `count` picks the form. */
export type Message = string | { readonly one: string; readonly other: string };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<M extends Message> = M extends string
  ? NamesIn<M>
  : M extends { readonly one: infer One extends string; readonly other: infer Other extends string }
    ? NamesIn<One> | NamesIn<Other> | 'count'
    : never;
/** The values a message needs. */
export type ValuesOf<M extends Message> = Readonly<Record<NamesOf<M>, string | number>>;

/** The message with its values filled in. Values are inserted as they are: escaping belongs to whoever renders. */
export function say<const M extends Message>(message: M, values: ValuesOf<M>): string {
  const given: Readonly<Record<string, string | number>> = values;
  const text = typeof message === 'string' ? message : message[pluralForm(Number(given['count']))];
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => enclosed(String(given[name] ?? whole)));
}

/** What turns the direction of writing: embeddings and overrides, isolates, and the ends of both (Unicode Annex 9); letters from right to left. */
const TURNS = /[\u202A-\u202E\u2066-\u2069\u0590-\u08FF\uFB1D-\uFDFD\uFE70-\uFEFC]/u;
const [ISOLATE, END] = ['\u2068', '\u2069'];

/**
 * A name that turns the direction of writing is closed off, so that it turns nothing of the sentence around it: its full stop stays with it, and
 * two such names beside each other keep their order.
 */
function enclosed(value: string): string {
  if (!TURNS.test(value)) return value;
  let open = 0;
  let inside = '';
  for (const character of value) {
    if (/[\u2066-\u2068]/u.test(character)) open += 1;
    // An end without a beginning would end what encloses it.
    if (character === END && open === 0) continue;
    if (character === END) open -= 1;
    inside += character;
  }
  return `${ISOLATE}${inside}${END.repeat(open)}${END}`;
}
