import { type ReadonlySignal, signal } from '@preact/signals';

/** News of one kind until they are read. */
export interface Unread<News> {
  /** Oldest first. */
  readonly items: ReadonlySignal<readonly News[]>;
  add(news: News): void;
  dismiss(news: News): void;
}

/** More would hide the contact. */
const maxUnread = 3;

/** Makes an empty list. News with the key of one that is unread take its place: a page may repeat itself without end. */
export function createUnread<News>(keyOf: (news: News) => string): Unread<News> {
  const items = signal<readonly News[]>([]);
  return {
    items,
    add(news) {
      const others = items.value.filter((other) => keyOf(other) !== keyOf(news));
      items.value = [...others, news].slice(-maxUnread);
    },
    dismiss(news) {
      items.value = items.value.filter((other) => other !== news);
    },
  };
}
