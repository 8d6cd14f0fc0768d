/** What is mine alone on a board: tool, selection, panels, viewport, unfinished drag, messages. Never diagram facts. */
import type { CanvasPoint, CommentAnchor, DiagramId, ElementId, ElementKind } from '@strideboard/model';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the pointer does next on the canvas. */
export type Tool =
  | { readonly kind: 'select' }
  | { readonly kind: 'pan' }
  | { readonly kind: 'connect'; readonly from: ElementId | null }
  | {
      readonly kind: 'place';
      readonly element: ElementKind;
      readonly type: string;
      /** The pointer went down on the palette and is still held: letting go over the canvas places. */
      readonly held?: boolean;
      /** Of a boundary that is drawn corner by corner: closed, or a line. */
      readonly form?: 'poly' | 'line';
    };

/** The tabs of the right panel; the blast radius takes their place while it is looked at. */
export type PanelTab = 'element' | 'threats' | 'questions' | 'notes' | 'blast';

/** What the review below the diagram shows. */
export type ReviewPlace =
  | 'records'
  | 'register'
  | 'trees'
  | 'controls'
  | 'check'
  | 'cards'
  | 'gap'
  | 'vote'
  | 'parking'
  | 'comments';

/** A blast radius I look at. What I assume is never written to the board. */
export interface BlastView {
  readonly start: ElementId;
  /** Ids of controls, in the order in which they were assumed. */
  readonly assumed: readonly string[];
}

/** Pan offset in screen px and zoom factor: screen = canvas × zoom + offset. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A drag in progress: nothing is written until the drop. Offsets in canvas px. */
export interface LocalDrag {
  readonly ids: readonly ElementId[];
  readonly dx: number;
  readonly dy: number;
  /** The boundary that would adopt them, or `null` for the open canvas. */
  readonly target: ElementId | null;
}

/** A text being edited in place. */
interface Editing {
  readonly id: string;
  readonly field: 'label' | 'returnLabel' | 'order';
}

/** An element about to be chosen for a point of the canvas. */
export interface Inserting {
  readonly at: CanvasPoint;
  readonly from: ElementId | null;
}

/** One short message. */
interface Message {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The conversation I look at, a new one, or those that stand at one place. */
export type Talk =
  | { readonly kind: 'thread'; readonly id: string }
  | { readonly kind: 'new'; readonly anchor: CommentAnchor }
  | { readonly kind: 'several'; readonly ids: readonly string[] };

/** One window of another person, whose view I follow. */
interface Followed {
  readonly principal: string;
  /** Their Yjs client id. */
  readonly client: number;
}

/** What I look at beside the drawing: a place of the review, or the panel on the right, with the threat or record in it. */
export interface LookedAt {
  readonly place: ReviewPlace | 'panel';
  /** Empty where no threat or record is looked at. */
  readonly id: string;
  /** It came from the person I follow. */
  readonly mirrored: boolean;
}

/** State and intents of one person's session on one board. */
export interface Session {
  readonly tool: Tool;
  /** Ids of selected elements and flows, in the order they were selected. */
  readonly selection: readonly string[];
  /** The selection that came from the person I follow: this very list, as long as I have selected nothing myself. It is not told to others. */
  readonly mirrored: readonly string[] | null;
  readonly following: Followed | null;
  /** Whether I have asked everybody to come to my view. */
  readonly leads: boolean;
  /** Since when my hand is raised, server time; `null` while it is not. */
  readonly hand: number | null;
  /** The laser pointer: as long as its key is held, or switched on; `null` while it is off. */
  readonly laser: 'held' | 'on' | null;
  /** Whether I see the cursors of others. */
  readonly hidesCursors: boolean;
  readonly editing: Editing | null;
  readonly drag: LocalDrag | null;
  readonly viewport: Viewport;
  /** Size of the canvas on screen, px. */
  readonly canvasSize: { readonly width: number; readonly height: number };
  /** The diagram I look at; `null` while none is listed, or before the first look. May name one that is gone: see `room/current-diagram.ts`. */
  readonly diagram: DiagramId | null;
  /** How I last saw the diagrams that I left. */
  readonly views: ReadonlyMap<DiagramId | null, Viewport>;
  /** What was last asked to be brought into view; a new list for each request. */
  readonly shown: readonly string[];
  /** What is pointed at outside the canvas and lit up on it. */
  readonly pointed: string | null;
  /** Whether I step through the numbered flows. */
  readonly walking: boolean;
  /** The flow at which the numbers stand; `mirrored` while it is the step of the person I follow. */
  readonly walkStep: { readonly flow: string; readonly mirrored: boolean } | null;
  readonly looksAt: LookedAt | null;
  /** Collapsed boundaries that I look into. */
  readonly peeked: readonly ElementId[];
  /** Where an element is being chosen for, and what a flow leads to it from; `null` while none is. */
  readonly inserting: Inserting | null;
  readonly tab: PanelTab;
  readonly blast: BlastView | null;
  /** `null` while the review is closed. */
  readonly review: ReviewPlace | null;
  /** The record or threat that the place was opened for; a new object for each request, `null` for none. */
  readonly reviewFocus: { readonly id: string } | null;
  /** The comments that are open, over the diagram or in their list. */
  readonly talk?: Talk | null;
  /** By conversation the number of comments by others that I have seen; `null` or absent while that is not known. */
  readonly seenComments?: Readonly<Record<string, number>> | null;
  readonly leftOpen: boolean;
  /** What the left panel shows. */
  readonly leftView: 'stencils' | 'outline';
  readonly rightOpen: boolean;
  readonly dialog:
    | 'share'
    | 'people'
    | 'versions'
    | 'delete-board'
    | 'export'
    | 'name'
    | 'begin'
    | 'commands'
    | 'shortcuts'
    | 'packs'
    | 'find'
    | 'connect-to'
    | 'move-to'
    | 'flow-source'
    | 'flow-target'
    | 'standing'
    | 'coverage'
    | null;
  /** Whether single letters act as shortcuts. */
  readonly singleKeys: boolean;
  /** Whether changes of other people are read out. */
  readonly hearsOthers: boolean;
  /** What is to be read out and not shown; a new object for each time. */
  readonly said: { readonly text: string } | null;
  readonly messages: readonly Message[];
  setTool(tool: Tool): void;
  select(ids: readonly string[]): void;
  toggleSelected(id: string): void;
  /** Selects, goes to the diagram they are on, and brings them into view. */
  show(ids: readonly string[]): void;
  /** Lights something up on the canvas while it is pointed at elsewhere. */
  point(id: string | null): void;
  setWalking(walking: boolean): void;
  /** Looks into these collapsed boundaries and no others. */
  peek(ids: readonly ElementId[]): void;
  edit(editing: Editing | null): void;
  setDrag(drag: LocalDrag | null): void;
  setViewport(viewport: Viewport): void;
  setCanvasSize(size: { readonly width: number; readonly height: number }): void;
  /** Goes to another diagram, seen as it was left. What was selected or in the hand stays behind. */
  setDiagram(diagram: DiagramId | null): void;
  /** The diagram I look at has got this id: the first one, once diagrams are listed. Nothing else changes. */
  pinDiagram(diagram: DiagramId | null): void;
  setInserting(inserting: Inserting | null): void;
  /** Switches the right panel to a tab and opens it. */
  showTab(tab: PanelTab): void;
  /** Opens or changes a blast radius and shows it; `null` ends it. */
  setBlast(blast: BlastView | null): void;
  /** Opens the review, goes to another place of it, to the record, threat or view of this id where one is given, or closes it. */
  showReview(review: ReviewPlace | null, id?: string): void;
  /** The left panel opens with its stencils. */
  setPanel(side: 'left' | 'right', open: boolean): void;
  /** Opens the left panel with the outline. */
  showOutline(): void;
  openDialog(dialog: Session['dialog']): void;
  setSingleKeys(on: boolean): void;
  setHearsOthers(on: boolean): void;
  /** Has a sentence read out politely by assistive technology; nothing is shown. */
  announce(text: string): void;
  /** Shows a message for eight seconds (until dismissed when it carries an action or a problem). */
  tell(message: Omit<Message, 'id' | 'tone'> & { readonly tone?: Message['tone'] }): void;
  dismiss(id: number): void;
  /** Takes away every message: they are in the language they were said in. */
  forgetSaid(): void;
}

/** The store of one session. */
export type SessionStore = StoreApi<Session>;

const MESSAGE_MS = 8_000;
const MESSAGE_LIMIT = 4;

interface SessionOptions {
  readonly windowWidth: number;
  readonly singleKeys?: boolean;
  readonly hearsOthers?: boolean;
}

/** Creates the session of one person on one board. Panels start closed below 900 px window width. */
export function createSession({ windowWidth, singleKeys = true, hearsOthers = true }: SessionOptions): SessionStore {
  let nextMessage = 1;
  return createStore<Session>()((set, get) => ({
    tool: { kind: 'select' },
    selection: [],
    mirrored: null,
    following: null,
    leads: false,
    hand: null,
    laser: null,
    hidesCursors: false,
    editing: null,
    drag: null,
    viewport: { x: 0, y: 0, zoom: 1 },
    canvasSize: { width: 0, height: 0 },
    diagram: null,
    views: new Map(),
    shown: [],
    pointed: null,
    walking: false,
    walkStep: null,
    looksAt: null,
    peeked: [],
    inserting: null,
    tab: 'threats',
    blast: null,
    review: null,
    reviewFocus: null,
    leftOpen: windowWidth >= 900,
    leftView: 'stencils',
    rightOpen: windowWidth >= 900,
    dialog: null,
    singleKeys,
    hearsOthers,
    said: null,
    messages: [],
    setTool: (tool) => set({ tool }),
    select: (selection) => {
      const same =
        selection.length === get().selection.length && selection.every((id, at) => get().selection[at] === id);
      if (!same) set({ selection });
    },
    toggleSelected: (id) => {
      const { selection } = get();
      set({ selection: selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id] });
    },
    edit: (editing) => set({ editing }),
    setDrag: (drag) => set({ drag }),
    setViewport: (viewport) => set({ viewport }),
    setCanvasSize: (canvasSize) => set({ canvasSize }),
    setInserting: (inserting) => set({ inserting }),
    show: (ids) => {
      get().select(ids);
      set({ shown: [...ids] });
    },
    setDiagram: (diagram) => {
      const { diagram: left, viewport, views, tool } = get();
      if (diagram === left) return;
      set({
        diagram,
        views: new Map(views).set(left, viewport),
        viewport: views.get(diagram) ?? viewport,
        tool: tool.kind === 'connect' ? { kind: 'connect', from: null } : tool,
        selection: [],
        editing: null,
        drag: null,
        inserting: null,
      });
    },
    point: (pointed) => set({ pointed }),
    setWalking: (walking) => set({ walking, walkStep: null }),
    peek: (peeked) => set({ peeked }),
    pinDiagram: (diagram) => set({ diagram }),
    showTab: (tab) => set({ tab, rightOpen: true }),
    setBlast: (blast) => set(blast === null ? { blast, tab: 'element' } : { blast, tab: 'blast', rightOpen: true }),
    showReview: (review, id) =>
      set({
        review,
        reviewFocus: id === undefined ? null : { id },
        looksAt: review === null ? null : { place: review, id: id ?? '', mirrored: false },
      }),
    setPanel: (side, open) => set(side === 'left' ? { leftOpen: open, leftView: 'stencils' } : { rightOpen: open }),
    showOutline: () => set({ leftOpen: true, leftView: 'outline' }),
    openDialog: (dialog) => set({ dialog }),
    setSingleKeys: (singleKeys) => set({ singleKeys }),
    setHearsOthers: (hearsOthers) => set({ hearsOthers }),
    announce: (text) => set({ said: { text } }),
    tell: (message) => {
      const id = nextMessage++;
      set({ messages: [...get().messages.slice(1 - MESSAGE_LIMIT), { tone: 'plain', ...message, id }] });
      if (message.tone !== 'problem') setTimeout(() => get().dismiss(id), MESSAGE_MS);
    },
    forgetSaid: () => {
      if (get().messages.length > 0 || get().said !== null) set({ messages: [], said: null });
    },
    dismiss: (id) => {
      const messages = get().messages.filter((message) => message.id !== id);
      if (messages.length !== get().messages.length) set({ messages });
    },
  }));
}
