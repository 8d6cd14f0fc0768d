/** Filling in messages: `{name}` placeholders, and plural forms chosen by the number `{count}`. */

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
  const text = typeof message === 'string' ? message : Number(given['count']) === 1 ? message.one : message.other;
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(given[name] ?? whole));
}
