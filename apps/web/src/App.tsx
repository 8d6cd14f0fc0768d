/** The whole page: start page or board, by address. Composes the features; they do not know each other. */
import { lazyPart } from './session/lazy-part.ts';
import { readBoardAddress } from '@strideboard/connection';
import { Suspense } from 'react';
import { type Environment, EnvironmentContext } from './session/environment.ts';
import { type FirstContent, FirstContentContext } from './session/first-content.ts';
import { useLanguage } from './session/language.ts';
import { useAddress } from './session/navigation.ts';
import { interfaceWords, WordsContext } from './session/words.ts';
import { Notice } from './start/Notice.tsx';

const StartPage = lazyPart(async () => (await import('./start/StartPage.tsx')).StartPage);
const BoardPage = lazyPart(async () => (await import('./BoardPage.tsx')).BoardPage);

interface AppProps {
  readonly environment: Environment;
  readonly firstContent: FirstContent;
}

/** Routes by address and provides what every page needs. Drawn anew in another language: notices and the start page keep what is typed. */
export function App({ environment, firstContent }: AppProps) {
  useLanguage();
  return (
    <WordsContext value={interfaceWords}>
      <EnvironmentContext value={environment}>
        <FirstContentContext value={firstContent}>
          <Page memory={environment.memory} />
        </FirstContentContext>
      </EnvironmentContext>
    </WordsContext>
  );
}

function Page({ memory }: { readonly memory: Environment['memory'] }) {
  const address = useAddress();
  const url = new URL(address);
  if (url.pathname === '/') {
    return (
      <Suspense>
        <StartPage />
      </Suspense>
    );
  }
  const board = readBoardAddress(url);
  if (board.ok) return <OpenBoard key={board.link.roomId} link={board.link} />;
  if (board.problem === 'not-a-board-address') return <Notice problem="not-found" />;
  // The secret is gone from the address, but this browser may remember it.
  const roomId = url.pathname.split('/')[2] ?? '';
  const remembered = memory.board(roomId)?.link;
  if (board.problem === 'no-secret' && remembered !== undefined && remembered.secret !== '') {
    return <OpenBoard key={roomId} link={{ roomId, ...remembered }} />;
  }
  return <Notice problem="link-partial" />;
}

function OpenBoard({ link }: { readonly link: Parameters<typeof BoardPage>[0]['link'] }) {
  return (
    <Suspense fallback={<Notice problem={null} />}>
      <BoardPage link={link} />
    </Suspense>
  );
}
