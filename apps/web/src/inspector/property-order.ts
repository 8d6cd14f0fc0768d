/** In which order properties are shown: what rules ask about first, then what is answered, then the rest. */
import type { Properties } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';

/** Properties in three parts; none occurs twice. */
export interface PropertySections {
  /** Rules ask about them; heaviest question first. */
  readonly asked: readonly PropertyDefinition[];
  /** Answered, in the order of the pack. */
  readonly answered: readonly PropertyDefinition[];
  /** Neither, in the order of the pack. */
  readonly rest: readonly PropertyDefinition[];
}

interface OrderPropertiesArguments {
  readonly definitions: readonly PropertyDefinition[];
  /** Stored values of each subject shown. */
  readonly values: readonly Properties[];
  /** Names of asked properties, heaviest first. */
  readonly asked: readonly string[];
}

/** Sorts the definitions into their parts. */
export function orderProperties({ definitions, values, asked }: OrderPropertiesArguments): PropertySections {
  const isAsked = new Set(asked);
  const isAnswered = (name: string): boolean => values.some((properties) => Object.hasOwn(properties, name));
  const others = definitions.filter((definition) => !isAsked.has(definition.name));
  return {
    asked: asked
      .map((name) => definitions.find((definition) => definition.name === name))
      .filter((definition) => definition !== undefined),
    answered: others.filter((definition) => isAnswered(definition.name)),
    rest: others.filter((definition) => !isAnswered(definition.name)),
  };
}

/** Definitions that every one of the lists has, as the first list has them. */
export function sharedDefinitions(lists: readonly (readonly PropertyDefinition[])[]): readonly PropertyDefinition[] {
  const [first = [], ...others] = lists;
  return first.filter((definition) =>
    others.every((list) => list.some(({ name, type }) => name === definition.name && type === definition.type)),
  );
}
