/** A link with a copy button; on plain http, where browsers withhold the clipboard, it selects the text instead. */
import { Check, Copy } from 'lucide-react';
import { sharing } from '@strideboard/words';
import { useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

/** The field; the button says when it has copied. */
export function CopyField({ label, value }: CopyFieldProps) {
  const words = sharing.links;
  const [state, setState] = useState<'ready' | 'copied' | 'by-hand'>('ready');
  const field = useRef<HTMLDivElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // Plain http has no clipboard, and a browser may forbid it: the person copies, we select.
      field.current?.querySelector('input')?.select();
      setState('by-hand');
    }
  };
  return (
    <div ref={field}>
      <TextField
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.target.select()}
        {...(state === 'by-hand' ? { hint: words.copyByHand } : {})}
        trailing={
          <Button
            icon={state === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            onClick={() => void copy()}
          >
            {state === 'copied' ? words.copied : words.copy}
          </Button>
        }
      />
    </div>
  );
}
