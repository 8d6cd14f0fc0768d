/** Keeps me on a diagram that exists, whoever adds, orders and deletes them, and remembers it for this tab of the browser. */
import { diagrams as words, say } from '@strideboard/words';
import { useEffect } from 'react';
import { listedDiagram } from '../room/current-diagram.ts';
import { rememberDiagram } from '../room/remember-diagram.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { tabList } from './tab-list.ts';

/** Follows the list of diagrams while mounted. */
export function useFollowDiagrams(): void {
  const room = useRoom();
  const session = useSessionStore();
  useEffect(() => {
    const { document, link } = room;
    /** The first diagram is looked at by its id, so that I stay on it when another becomes the first. */
    const pin = (): void => {
      const { diagrams } = document.model();
      const now = session.getState();
      if (now.diagram === null && diagrams.length > 0) now.pinDiagram(listedDiagram(diagrams, null));
    };
    const stops = [
      document.subscribe(({ model, previous, local }) => {
        if (model.diagrams === previous.diagrams) return;
        const now = session.getState();
        const gone = previous.diagrams.find(({ id }) => id === now.diagram);
        if (gone === undefined || isListed(model.diagrams, gone.id)) {
          pin();
          return;
        }
        // The one drawing there is goes on without a record: nothing has changed to the eye.
        if (model.diagrams.length === 0 && previous.diagrams[0] === gone) {
          now.pinDiagram(null);
          return;
        }
        now.setDiagram(listedDiagram(model.diagrams, null));
        const [{ name }] = tabList(model.diagrams, words);
        const title = gone.title.trim();
        if (local) return;
        now.tell({
          text: title === '' ? say(words.goneUnnamed, { now: name }) : say(words.gone, { title, now: name }),
        });
      }),
      session.subscribe((now, before) => {
        if (now.diagram !== before.diagram) rememberDiagram(link.roomId, now.diagram);
      }),
    ];
    pin();
    return () => {
      for (const stop of stops) stop();
    };
  }, [room, session]);
}

const isListed = (diagrams: readonly { readonly id: string }[], wanted: string | null): boolean =>
  diagrams.some(({ id }) => id === wanted);
