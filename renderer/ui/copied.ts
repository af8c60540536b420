import { useEffect, useState } from 'preact/hooks';

const confirmationMs = 1_500;

/** Copies a text as it is, or as it is by then; `copied` is true for a moment after it was. */
export function useCopied(text: string | (() => string)): { readonly copied: boolean; copy(): void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy() {
      // Refused, for example while the window is not focused: it then stays as it is, which says that nothing happened.
      navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
        () => setCopied(true),
        () => undefined,
      );
    },
  };
}
