import { expect, it } from 'vitest';
import type { DownloadNews } from '../../../../contract/download-news.js';
import { createDownloadNews } from '../../../../renderer/models/download-news.js';
import { createPanelRefusals } from '../../../../renderer/models/panel-refusals.js';

const failed = (name: string): DownloadNews => ({ kind: 'failed', name });

it('keeps the latest news of files until they are read', () => {
  const model = createDownloadNews(() => undefined);
  for (const name of ['a', 'b', 'c', 'd']) model.add(failed(name));
  expect(model.items.value.map(({ name }) => name)).toEqual(['b', 'c', 'd']);
  const [oldest] = model.items.value;
  if (oldest !== undefined) model.dismiss(oldest);
  expect(model.items.value.map(({ name }) => name)).toEqual(['c', 'd']);
});

it('says the same once, as a page may repeat itself without end', () => {
  const model = createPanelRefusals();
  model.add({ kind: 'tooManyWindows' });
  model.add({ kind: 'unsafeWindow', host: 'a.example' });
  for (let count = 0; count < 50; count += 1) model.add({ kind: 'tooManyWindows' });
  expect(model.items.value).toEqual([{ kind: 'unsafeWindow', host: 'a.example' }, { kind: 'tooManyWindows' }]);
});
