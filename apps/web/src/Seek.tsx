/** Finding, connecting and moving by word, and the voice that reads out what happens: fetched after the diagram. */
import { FindBar } from './find/FindBar.tsx';
import { Announcer } from './reach/Announcer.tsx';
import { ConnectTo } from './reach/ConnectTo.tsx';
import { MoveTo } from './reach/MoveTo.tsx';
import { Reconnect } from './reach/Reconnect.tsx';
import { WithQuestions } from './room/WithQuestions.tsx';
import { providePanelWords } from './session/panel-words.ts';
import { useSession, useSessionStore } from './session/use-session.ts';

providePanelWords();

/** Shows what is asked for; listens always. */
export function Seek() {
  const session = useSessionStore();
  const dialog = useSession((state) => state.dialog);
  const close = (): void => session.getState().openDialog(null);
  return (
    <>
      <Announcer />
      {dialog === 'find' ? (
        <WithQuestions>
          <FindBar onClose={close} />
        </WithQuestions>
      ) : null}
      {dialog === 'connect-to' ? <ConnectTo onClose={close} /> : null}
      {dialog === 'move-to' ? <MoveTo onClose={close} /> : null}
      {dialog === 'flow-source' ? <Reconnect end="source" onClose={close} /> : null}
      {dialog === 'flow-target' ? <Reconnect end="target" onClose={close} /> : null}
    </>
  );
}
