/** What a shape says, beside its colour: filled takes contacts, half waits or wraps up, ring is off, triangle is wrong. */
export type Shape = 'filled' | 'half' | 'ring' | 'triangle';

/** A small shape before a status; the text beside it says the same. */
export function StatusShape({ shape, tone }: { readonly shape: Shape; readonly tone: Tone }) {
  return (
    <svg class={`shape tone-${tone}`} viewBox="0 0 10 10" aria-hidden="true">
      {shape === 'filled' && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
      {shape === 'ring' && <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" stroke-width="1.5" />}
      {shape === 'triangle' && <path d="M5 .8 9.6 9.2H.4Z" fill="currentColor" />}
      {shape === 'half' && (
        <>
          <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" stroke-width="1.5" />
          <path d="M5 .5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />
        </>
      )}
    </svg>
  );
}

/** The meanings colours have; see styles/tokens.css. */
export type Tone = 'available' | 'waiting' | 'contact' | 'off' | 'bad';
