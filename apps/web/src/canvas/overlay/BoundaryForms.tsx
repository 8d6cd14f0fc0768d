/** Under the toolbar while a boundary is in the hand: as what it is drawn. */
import { PenTool, Spline, SquareDashed } from 'lucide-react';
import { useSession, useSessionStore } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import styles from './BoundaryForms.module.css';

const FORMS = [
  { form: 'box', Icon: SquareDashed },
  { form: 'poly', Icon: PenTool },
  { form: 'line', Icon: Spline },
] as const;

/** The three forms. */
export function BoundaryForms() {
  const { canvas } = useWords();
  const session = useSessionStore();
  const tool = useSession((state) => state.tool);
  if (tool.kind !== 'place') return null;
  const current = tool.form ?? 'box';
  return (
    <fieldset className={styles['forms']} aria-label={canvas.forms.label}>
      {FORMS.map(({ form, Icon }) => (
        <label key={form} data-current={form === current || undefined}>
          <input
            type="radio"
            name="boundary-form"
            checked={form === current}
            onChange={() => {
              const { form: _, ...rest } = tool;
              session.getState().setTool(form === 'box' ? rest : { ...rest, form });
            }}
          />
          <Icon size={15} strokeWidth={1.7} aria-hidden />
          {canvas.forms[form]}
        </label>
      ))}
    </fieldset>
  );
}
