/** What a notification of the system says. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
  /** Buttons, where the system has them. */
  readonly actions: readonly { readonly id: string; readonly label: string }[];
  /** Shown even where others are held back, as a ring is over before anybody would look. */
  readonly isUrgent: boolean;
}

/** What the agent did with it: pressed a button, or the notification itself. */
export type NoticeAnswer = { readonly kind: 'action'; readonly id: string } | { readonly kind: 'open' };

/**
 * Notifications of the system. Nothing it is asked stops the app, and a system that shows none is no failure: whatever they
 * say stands in the phone window too.
 */
export interface NoticeBoard {
  /** Shows one, instead of the one of the same name; it stays until it is taken back or the agent closes it. */
  show(name: string, text: NoticeText, answered: (answer: NoticeAnswer) => void): void;
  /** Takes it back; does nothing when there is none. */
  withdraw(name: string): void;
}
