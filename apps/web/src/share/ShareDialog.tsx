/** Letting others in: links by role, made, copied and revoked; a warning when this address works only here; lock and end of the board. */
import type { CreatedLink } from '@strideboard/wire';
import { formatBoardLink } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';
import { useState } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { useAsked, useBoardApi } from '../room/use-board-api.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { LinkList } from './LinkList.tsx';
import { MakeLinks } from './MakeLinks.tsx';
import styles from './ShareDialog.module.css';
import { WholeBoard } from './WholeBoard.tsx';
import { WorkshopDoor } from './WorkshopDoor.tsx';

/** The dialog. Facilitators make and revoke; everyone else can copy the link they came with. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const words = sharing.links;
  const { board } = useWords();
  const environment = useEnvironment();
  const { link } = useRoom();
  const session = useSessionStore();
  const role = useConnection((state) => state.role) ?? 'view';
  const facilitates = role === 'facilitate';
  const api = useBoardApi();
  const config = useAsked(() => environment.api.config()).value;
  const links = useAsked(() => api.links(), facilitates);
  const [made, setMade] = useState<readonly CreatedLink[]>([]);

  const revoke = async (linkId: string): Promise<void> => {
    const revoked = await api.revokeLink(linkId);
    const { refused } = words;
    if (revoked.ok) setMade((before) => before.filter((one) => one.linkId !== linkId));
    const code = revoked.ok ? '' : revoked.problem.code;
    const problem = code === 'last-facilitate-link' ? refused[code] : say(refused.other, { code });
    session.getState().tell(revoked.ok ? { text: words.revoked } : { text: problem, tone: 'problem' });
    links.again();
  };

  const base = config?.publicUrl ?? location.origin;
  const live = (links.value ?? []).filter((one) => one.revokedAt === null);
  return (
    <Dialog title={words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <div className={styles['body']}>
        <p>{facilitates ? words.intro : words.facilitatorOnly}</p>
        {config?.localOnly ? <LocalOnly /> : null}
        {facilitates ? (
          <MakeLinks
            made={made}
            onMade={(one) => {
              setMade((before) => [one, ...before]);
              links.again();
            }}
          />
        ) : null}
        <CopyField label={say(words.yourLink, { role: sharing.roles[role] })} value={formatBoardLink(link, base)} />
        {facilitates ? <p className={styles['hint']}>{words.keep}</p> : null}
        {live.length > 0 ? <LinkList links={live} onRevoke={(linkId) => void revoke(linkId)} /> : null}
        {facilitates ? <WorkshopDoor onClose={onClose} /> : null}
        {facilitates ? <WholeBoard /> : null}
      </div>
    </Dialog>
  );
}

function LocalOnly() {
  const words = sharing.links;
  return (
    <div className={styles['warning']}>
      <p>
        <strong>{words.localOnly}</strong> {words.localHow}
      </p>
      <code>HOST=0.0.0.0 npm start</code>
      <p>{words.localProxy}</p>
      <code>STRIDEBOARD_PUBLIC_URL=https://board.example.org npm start</code>
    </div>
  );
}
