/** A surface that is drawn when what it shows has changed, and never because time has passed or somebody asks twice. */
export interface Drawn<View> {
  show(view: View): void;
  /** Draws what was shown last once more, where somebody else has changed what is seen. */
  again(): void;
}

/** Wraps what draws. Views are plain data. */
export function drawChanges<View>(draw: (view: View) => void): Drawn<View> {
  let last: { readonly view: View; readonly text: string } | null = null;
  return {
    show(view) {
      const text = JSON.stringify(view);
      if (text === last?.text) return;
      last = { view, text };
      draw(view);
    },
    again() {
      if (last !== null) draw(last.view);
    },
  };
}
