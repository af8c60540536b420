import { expect } from '@playwright/test';
import { looks } from '../look/looks/looks.js';
import { openGallery } from '../look/open-gallery.mjs';
import { hasLook, sheets, takeUp } from '../look/sheets.mjs';
import { test as base } from '../support/own-display.js';

type Gallery = Awaited<ReturnType<typeof openGallery>>;

const test = base.extend<object, { readonly gallery: Gallery }>({
  gallery: [
    async ({ display: _display }, use) => {
      const gallery = await openGallery(process.env);
      await use(gallery);
      await gallery.close();
    },
    { scope: 'worker' },
  ],
});

/** Light at the usual size finds what is wrong in a part; dark, German and 320 px at once find the colours and what is cut off. */
const names: readonly string[] = ['light', 'german-narrow', 'card', 'card-german', 'strip', 'strip-german'];
const examined = sheets.filter(({ name }) => names.includes(name));

for (const sheet of examined) {
  test(`nothing is wrong in any state of the window, ${sheet.name}`, async ({ gallery }) => {
    // A hundred looks and more; a machine that is busy otherwise takes several times as long.
    test.setTimeout(180_000);
    await takeUp(gallery.page, sheet);
    const wrong: string[] = [];
    for (const name of gallery.names.filter((each) => hasLook(sheet, each, looks[each]))) {
      await gallery.show(name, sheet.locale);
      wrong.push(...(await gallery.findFaults()).map((fault) => `${name}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
}

test('what does not fit into a low window can be scrolled to, below notices, too', async ({ gallery }) => {
  const { page } = gallery;
  const zoomed = sheets.find(({ name }) => name === 'zoomed');
  if (zoomed === undefined) throw new Error('There is no sheet of a low window');
  await takeUp(page, zoomed);
  await gallery.show('downloads-many', zoomed.locale);
  const dial = page.getByRole('button', { name: 'Dial', exact: true });
  await dial.scrollIntoViewIfNeeded();
  // Fails unless the button itself is what a finger would hit.
  await dial.click({ trial: true, timeout: 5_000 });
});
