// `link <board> --role facilitate`: a new link for a board whose links are lost.

import { parseArgs } from 'node:util';
import { formatBoardLink, isRole, isRoomId, LIMITS, ROLES } from '@strideboard/wire';
import { listenAddresses } from '../front.ts';
import { openSecrets } from '../secrets.ts';
import { cleanText } from '../sync/presence-entry.ts';
import { createTokens, newLinkId, newLinkSecret } from '../tokens.ts';
import { type Command, CommandProblem } from './command.ts';
import { databaseOf, withStore } from './open-data.ts';

/** The command. */
export const link: Command = {
  name: 'link',
  usage: '<board> [--role facilitate] [--label text]',
  summary: 'Makes a new link for a board and prints it, for a lost one',
  async run(args, { config, print, now }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { role: { type: 'string', default: 'facilitate' }, label: { type: 'string' } },
    });
    const [room = ''] = positionals;
    const { role } = values;
    if (!isRoomId(room) || !isRole(role)) {
      throw new CommandProblem(`Say which board and role: strideboard-server link <board> --role ${ROLES.join('|')}`);
    }
    const [id, secret] = [newLinkId(), newLinkSecret()];
    await withStore(databaseOf(config), config, async ({ store }) => {
      const row = await store.room(room);
      if (row === null || row.deletedAt !== null)
        throw new CommandProblem(`There is no board ${room}: "rooms list" lists them.`);
      const label = cleanText(values.label, LIMITS.linkLabel) || null;
      const mac = createTokens(openSecrets(config.dataFolder, config)).linkMac(secret);
      const times = { createdAt: now(), expiresAt: null, revokedAt: null };
      await store.addLink({ id, room, role, mac, label, createdBy: null, ...times });
      await store.audit([{ at: now(), room, principal: null, action: 'link-created', detail: `${role} ${id}` }]);
    });
    const [origin = ''] = config.publicUrl === null ? listenAddresses(config.host, config.port) : [config.publicUrl];
    print(formatBoardLink({ roomId: room, linkId: id, secret }, origin));
    return 0;
  },
};
