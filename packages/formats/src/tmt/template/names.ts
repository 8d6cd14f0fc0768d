/**
 * Names of a template as a pack can carry them. Each depends on nothing but the foreign name and the pack's id, so that a model and a
 * template that were read apart agree.
 */

/** Makes ids and property names of one pack. */
export interface PackNames {
  readonly packId: string;
  /** Id of a stencil type, threat type or category: `<packId>:<id>`. */
  item(foreignId: string): string;
  /** Id of the group of a type and all that descend from it. */
  group(foreignId: string): string;
  /** Id of the control that a threat type proposes. */
  control(foreignId: string): string;
  /** Name of a property: one word, because conditions read it so; the pack's id in front keeps it apart from other packs' names. */
  property(foreignName: string): string;
}

/** What a pack id can hold behind its `tmt-`, characters. */
const SLUG_LIMIT = 28;
const ID_LIMIT = 64;

/** The pack id of a template by its name, e.g. `tmt-kubernetes-template`; its id where the name has no letters. */
export function packIdOf(template: { readonly name: string; readonly id: string }): string {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .slice(0, SLUG_LIMIT)
      .replace(/^-+|-+$/gu, '');
  return `tmt-${slug(template.name) || slug(template.id) || 'template'}`;
}

/** The names of the pack with this id. */
export function createPackNames(packId: string): PackNames {
  const word = packId.replace(/-+(.?)/gu, (_, letter: string) => letter.toUpperCase());
  const item = (prefix: string, id: string): string => `${packId}:${legalId(`${prefix}${id}`)}`;
  return {
    packId,
    item: (id) => item('', id),
    group: (id) => item('is.', id),
    control: (id) => item('m.', id),
    property: (name) => {
      // A GUID without its hyphens is still that GUID; any other name that had to be changed says so by its hash.
      const plain = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(name) ? name.replaceAll('-', '') : name;
      const kept = plain.replace(/[^A-Za-z0-9]+/gu, '');
      const full = `${word}${kept.charAt(0).toUpperCase()}${kept.slice(1)}`;
      return kept === plain && kept !== '' && full.length <= ID_LIMIT
        ? full
        : `${full.slice(0, ID_LIMIT - 8)}X${hash(name)}`;
    },
  };
}

/** The id where a pack takes it, else what is left of it and the hash of the whole. */
function legalId(id: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/u.test(id)) return id;
  const kept = id.replace(/[^A-Za-z0-9_.-]+/gu, '-').replace(/^[^A-Za-z0-9]+/u, '');
  return `${kept.slice(0, ID_LIMIT - 10) || 'x'}.${hash(id)}`;
}

/** FNV-1a, 32 bits, as seven characters. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36).padStart(7, '0');
}
