/** Properties that every template of the tool has under the same name, and that a board keeps in places of their own. */

/** "Out Of Scope", a yes or no. */
export const OUT_OF_SCOPE = '71f3d9aa-b8ef-4e54-8126-607a1d903103';
/** "Reason For Out Of Scope". */
export const OUT_OF_SCOPE_REASON = '752473b6-52d4-4776-9a24-202153f7d579';
/** "Dataflow Order" of a connector; `0` for none. */
export const FLOW_ORDER = '15ccd509-98eb-49ad-b9c2-b4a2926d1780';
