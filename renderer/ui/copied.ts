import { useEffect, useState } from 'preact/hooks';

const confirmationMs = 1_500;

/** Copies one of several texts as it is; `copied` is the key it was copied by, for a moment. */
export function useLastCopied(): { readonly copied: string | null; copy(key: string, text: string): void } {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy(key, text) {
      // Refused, for example while the window is not focused: it then stays as it is, which says that nothing happened.
      navigator.clipboard.writeText(text).then(
        () => setCopied(key),
        () => undefined,
      );
    },
  };
}

/** Copies a text as it is, or as it is by then; `copied` is true for a moment after it was. */
export function useCopied(text: string | (() => string)): { readonly copied: boolean; copy(): void } {
  const { copied, copy } = useLastCopied();
  return { copied: copied !== null, copy: () => copy('', typeof text === 'string' ? text : text()) };
}
