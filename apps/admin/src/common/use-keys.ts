import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"] *, [role="menu"] *, [role="listbox"] *';

/**
 * Hands each key to `handle` while no field or dialog has the keyboard. A handler that answers true has used the key:
 * the browser does nothing with it.
 */
export function useKeys(handle: (key: string) => boolean): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      // Enter and space on a button are the button's own.
      if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof Element && event.target.closest('button, a')) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
