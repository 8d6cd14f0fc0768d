/** Says over the board that it is judged without a pack it names, and leads to where that can be mended. */
import { packs, say } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { usePacks } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { packName } from './place-pack.ts';

/** Characters of a reason that fit over a board. */
const REASON_LIMIT = 200;

/** The banner; what is missing comes before what cannot be used. */
export function PackBanner() {
  const { board } = packs;
  const { banner } = board;
  const missing = usePacks((state) => state.missing);
  const unfit = usePacks((state) => state.unfit);
  const reason = useAnalysis(({ leftOut }) => leftOut[0]?.message ?? '');
  const session = useSessionStore();
  const names = missing.map(({ id, version, found }) => {
    const pack = say(board.nameOnly, { id, version });
    return found === null ? pack : say(banner.missingVersion, { pack, found });
  });
  const text =
    missing.length > 0
      ? say(banner.missing, { count: missing.length, packs: names.join(', ') })
      : unfit.length > 0
        ? say(banner.unfit, { count: unfit.length, packs: unfit.map((one) => packName(one, board)).join(', ') })
        : say(banner.leftOut, { reason: reason.slice(0, REASON_LIMIT) });
  return (
    <Banner tone="warning">
      <p>{text}</p>
      <Button size="small" aria-haspopup="dialog" onClick={() => session.getState().openDialog('packs')}>
        {missing.length > 0 ? banner.load : banner.show}
      </Button>
    </Banner>
  );
}
