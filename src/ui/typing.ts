/** Inputs that take no letters: keys go past them. */
const LETTERLESS = new Set(['radio', 'checkbox', 'button', 'submit', 'range', 'file']);

/** Whether keys pressed there are somebody's writing, and no commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target instanceof HTMLInputElement && !LETTERLESS.has(target.type)))
  );
}

/** The letter of a key, whatever Shift and Caps Lock make of it. */
export const plainKey = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);
