/** The lines along which what is dragged lines up with others. */
import { useCanvas } from '../bench.ts';
import { toScreen } from '../view/viewport.ts';
import styles from './Guides.module.css';
import { useViewWhile } from '../use-view-while.ts';

/** Nothing while nothing lines up. */
export function Guides() {
  const guides = useCanvas((state) => state.guides);
  const viewport = useViewWhile(guides.length > 0);
  if (guides.length === 0) return null;
  return (
    <svg className={styles['guides']} aria-hidden="true" focusable="false" data-testid="guides">
      {guides.map((line) => {
        const [from, to] = [toScreen(viewport, line.from), toScreen(viewport, line.to)];
        const key = `${line.from.x} ${line.from.y} ${line.to.x} ${line.to.y}`;
        return <line key={key} x1={from.left} y1={from.top} x2={to.left} y2={to.top} />;
      })}
    </svg>
  );
}
