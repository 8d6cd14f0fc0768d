/** Letting others in: links by role, made, copied and revoked; and a warning when this address works only here. */
import type { CreatedLink, LinkSummary, Role, ServerConfig } from '@strideboard/wire';
import { formatBoardLink, ROLES } from '@strideboard/wire';
import { say } from '@strideboard/words';
import { useEffect, useEffectEvent, useState } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useOccasionalWords } from '../session/occasional-words.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { CopyField } from './CopyField.tsx';
import styles from './ShareDialog.module.css';

/** The dialog. Facilitators make and revoke; everyone else can copy the link they came with. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { board } = useWords();
  const occasional = useOccasionalWords();
  const words = occasional.sharing;
  const { api } = useEnvironment();
  const { connection, link } = useRoom();
  const session = useSessionStore();
  const role = useConnection((state) => state.role) ?? 'view';
  const facilitates = role === 'facilitate';
  const [config, setConfig] = useState<ServerConfig | null>(null);
  const [links, setLinks] = useState<readonly LinkSummary[]>([]);
  const [made, setMade] = useState<readonly CreatedLink[]>([]);
  const [busy, setBusy] = useState<Role | null>(null);

  const withToken = async <T,>(act: (access: { roomId: string; token: string }) => Promise<T>): Promise<T | null> => {
    const token = await connection.token();
    return token.ok ? act({ roomId: link.roomId, token: token.value }) : null;
  };
  const refresh = (): void => {
    void withToken((access) => api.listLinks(access)).then((listed) => {
      if (listed?.ok) setLinks(listed.value);
    });
  };
  const loadOnce = useEffectEvent(() => {
    void api.config().then((result) => {
      if (result.ok) setConfig(result.value);
    });
    if (facilitates) refresh();
  });
  useEffect(() => loadOnce(), []);

  const make = async (wanted: Role): Promise<void> => {
    // The button stays focusable meanwhile: a disabled one would drop the focus out of the dialog.
    if (busy !== null) return;
    setBusy(wanted);
    const created = await withToken((access) => api.createLink(access, { role: wanted }));
    setBusy(null);
    if (created?.ok) {
      setMade((before) => [created.value, ...before]);
      refresh();
    } else {
      session
        .getState()
        .tell({ text: say(words.failed, { code: created?.problem.code ?? 'server-unreachable' }), tone: 'problem' });
    }
  };
  const revoke = async (linkId: string): Promise<void> => {
    const revoked = await withToken((access) => api.revokeLink(access, linkId));
    if (revoked?.ok) {
      session.getState().tell({ text: words.revoked });
      setMade((before) => before.filter((one) => one.linkId !== linkId));
    }
    refresh();
  };

  const base = config?.publicUrl ?? location.origin;
  const live = links.filter((one) => one.revokedAt === null);
  return (
    <Dialog title={words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <div className={styles['body']}>
        <p>{facilitates ? words.intro : words.facilitatorOnly}</p>
        {config?.localOnly ? <p className={styles['warning']}>{words.localOnly}</p> : null}
        {facilitates ? (
          <ul className={styles['roles']}>
            {ROLES.map((one) => (
              <li key={one}>
                <div>
                  <strong>{words.roles[one]}</strong>
                  <span>{words.roleHints[one]}</span>
                </div>
                <Button size="small" aria-label={`${words.make}: ${words.roles[one]}`} onClick={() => void make(one)}>
                  {busy === one ? words.making : words.make}
                </Button>
                {made
                  .filter((link) => link.role === one)
                  .map((link) => (
                    <CopyField key={link.linkId} label={words.roles[link.role]} value={link.url} />
                  ))}
              </li>
            ))}
          </ul>
        ) : null}
        <CopyField label={say(words.yourLink, { role: words.roles[role] })} value={formatBoardLink(link, base)} />
        {facilitates ? <p className={styles['hint']}>{words.keep}</p> : null}
        {live.length > 0 ? (
          <section>
            <h3>{words.existing}</h3>
            <p className={styles['hint']}>{words.existingHint}</p>
            <ul className={styles['links']}>
              {live.map((one) => (
                <li key={one.linkId}>
                  <span>
                    {say(words.made, { role: words.roles[one.role], when: new Date(one.createdAt).toLocaleString() })}
                    {one.linkId === link.linkId ? ` · ${words.thisOne}` : ''}
                  </span>
                  {one.linkId === link.linkId ? null : (
                    <Button size="small" look="danger" onClick={() => void revoke(one.linkId)}>
                      {words.revoke}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
