// Street door of `document`: the shared document of a board.
export {
  type BoardChange,
  type BoardDocument,
  type BoardDocumentOptions,
  createBoardDocument,
} from './board-document.ts';
export type { CommandsOptions } from './bind-verbs.ts';
export { type Commands, createCommands } from './commands.ts';
export { createEditingCommands, type EditingCommands } from './editing-commands.ts';
export { createImportCommands, type ImportCommands } from './import-commands.ts';
export { createRegisterCommands, type RegisterCommands } from './register-commands.ts';
export type { ConnectArguments } from './commands/connect.ts';
export type { CreateArguments } from './commands/create.ts';
export type { CreateConnectedArguments } from './commands/create-connected.ts';
export type { DecideArguments } from './commands/decide.ts';
export type { DeleteArguments } from './commands/delete.ts';
export type { DropArguments } from './commands/drop.ts';
export type { FlowArguments } from './commands/flow.ts';
export type { MembershipArguments } from './commands/join.ts';
export type { JoinPeopleArguments } from './commands/join-people.ts';
export type { LabelArguments } from './commands/label.ts';
export type { MoveArguments } from './commands/move.ts';
export type { ArrangeArguments, ArrangedWay } from './commands/arrange.ts';
export type { ReorderArguments, WrapArguments, ReshapeArguments } from './commands/arrange-verbs.ts';
export type {
  ApplyAllArguments,
  ApplyArguments,
  ControlFields,
  EndStandingArguments,
  MitigateAllArguments,
  MitigateArguments,
  StandingFields,
} from './commands/threat-verbs.ts';
export type { PasteArguments, DuplicateArguments } from './commands/clip-verbs.ts';
export type {
  AddDiagramArguments,
  ShowArguments,
  MoveToDiagramArguments,
  SetMetaArguments,
  SetSettingsArguments,
} from './commands/diagram-verbs.ts';
export type { NewRecord, ConnectTreeArguments, RecordFields } from './commands/record-verbs.ts';
export type { CommentArguments } from './commands/talk-verbs.ts';
export type { BallotArguments, FacilitatorLockArguments } from './commands/workshop-verbs.ts';
export {
  type MarkCardArguments,
  PARKED_ENDS,
  type ParkedEnd,
  type PromoteCardsArguments,
  type PublishedCard,
} from './commands/card-verbs.ts';
export {
  isLoggedGesture,
  type ReplayOptions,
  type ReplayOutcome,
  type ReplayReason,
  replayGestures,
  type SkippedGesture,
} from './journal.ts';
export type { NotesArguments } from './commands/notes.ts';
export type { ReconnectArguments } from './commands/reconnect.ts';
export type { ResizeArguments } from './commands/resize.ts';
export type { RestoreArguments } from './commands/restore.ts';
export type { RouteArguments } from './commands/route.ts';
export type { ScopeArguments } from './commands/scope.ts';
export type { SetPropertyArguments } from './commands/set-property.ts';
export type { SetTypeArguments } from './commands/set-type.ts';
export { watchWriters, writersOf } from './writers.ts';
export type { EntryName } from './entry.ts';
export type { CommandProblem, CommandProblemCode, CommandResult } from './gesture.ts';
export type { GestureLog, LoggedGesture, LoggedWrite } from './gesture-log.ts';
export { type LongText, openLongText } from './long-text.ts';
export { createHistory, HISTORY_LIMIT, type History, type SkippedItem, type UndoOutcome } from './history.ts';
export type { NewElement, NewFlow } from './new-element.ts';
export { type Presence, readPresence } from './presence.ts';
export { createPresence, type PresenceChannel, type PresenceOptions } from './presence-channel.ts';
export { createSideProjection } from './project-register.ts';
export type { View } from './projection.ts';
export type { Person } from './read-frame.ts';
export { readModel, readView } from './read-model.ts';
export { type DeletedItem, readDeletedItem, readDeletionTuple, readStoredFlow } from './stored-facts.ts';
export { type Clip, makeClip, type ReadClip, readClip, writeClip } from './clip.ts';
export type { Author } from './writes.ts';
