import { expect, it } from 'vitest';
import type { DownloadNews } from '../../../../contract/download-news.js';
import { createDownloadNews } from '../../../../renderer/models/download-news.js';

const failed = (name: string): DownloadNews => ({ kind: 'failed', name });

it('keeps the latest news of files until they are read', () => {
  const model = createDownloadNews(() => undefined);
  for (const name of ['a', 'b', 'c', 'd']) model.add(failed(name));
  expect(model.unread.value.map(({ name }) => name)).toEqual(['b', 'c', 'd']);
  const [oldest] = model.unread.value;
  if (oldest !== undefined) model.dismiss(oldest);
  expect(model.unread.value.map(({ name }) => name)).toEqual(['c', 'd']);
});
