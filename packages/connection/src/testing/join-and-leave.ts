// A program that joins a board, leaves it, and then has nothing to do: it ends by itself unless a connection left something behind.

import { createPerson } from './person.ts';

const base = process.argv[2] ?? '';
const live = createPerson(base);
const offline = createPerson('http://127.0.0.1:9', {});
await live.until(({ phase }) => phase === 'live');
await offline.until(({ phase }) => phase === 'offline');
const second = createPerson(base);
await second.until(({ phase }) => phase === 'live');
second.nodes.set('a', 1);
for (const person of [live, offline, second]) person.connection.dispose();
