/** Short messages at the foot of the screen, read out politely; one may offer an action such as Undo or Restore. */
import { X } from 'lucide-react';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button, IconButton } from './Button.tsx';
import styles from './Messages.module.css';

/** The stack of messages; always mounted, so that assistive technology hears additions. */
export function Messages() {
  const messages = useSession((state) => state.messages);
  const store = useSessionStore();
  const words = useWords();
  return (
    <div className={styles['stack']} role="status" aria-live="polite">
      {messages.map((message) => (
        <div key={message.id} className={styles['message']} data-tone={message.tone}>
          <p>{message.text}</p>
          {message.action === undefined ? null : (
            <Button
              size="small"
              onClick={() => {
                message.action?.run();
                store.getState().dismiss(message.id);
              }}
            >
              {message.action.label}
            </Button>
          )}
          <IconButton label={words.board.dismiss} onClick={() => store.getState().dismiss(message.id)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
