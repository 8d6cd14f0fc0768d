/** Switches between the light and the dark theme and remembers it. */
import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { applyTheme, currentTheme } from '../session/theme.ts';
import { useWords } from '../session/words.ts';
import { IconButton } from './Button.tsx';

/** The button; its label says which theme it leads to. */
export function ThemeButton({ className }: { readonly className?: string | undefined }) {
  const { start } = useWords();
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      className={className}
      label={other === 'dark' ? start.themeToDark : start.themeToLight}
      onClick={() => {
        applyTheme(other, true);
        setTheme(other);
      }}
    >
      {other === 'dark' ? <Moon size={16} aria-hidden /> : <Sun size={16} aria-hidden />}
    </IconButton>
  );
}
