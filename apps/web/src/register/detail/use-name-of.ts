/** Names of people by principal. */
import { register } from '@strideboard/words';
import { useRoom } from '../../room/use-room.ts';

/** Gives a name; “somebody” where nobody knows it. */
export function useNameOf(): (principal: string) => string {
  const { document } = useRoom();
  return (principal) => {
    const name = document.people().get(principal)?.name ?? '';
    return name === '' ? register.detail.someone : name;
  };
}
