import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { activitySchema, agentStatusTypeSchema } from '../../../../contract/agent.js';
import { trayGround, trayLook } from '../../../../main/tray/tray-look.js';
import { makeSheets, sheetIndex } from '../../../../scripts/icons/make-sheets.mjs';
import { paintIcon } from '../../../../scripts/icons/paint-icon.mjs';
import { icons, schemes } from '../../../../scripts/icons/shapes.mjs';
import { available, buildAgent, buildSnapshot, chose } from '../../contract/build-snapshot.js';

const looks = [null, ...agentStatusTypeSchema.options].flatMap((type) =>
  activitySchema.options.flatMap((activity) =>
    [false, true].flatMap((muted) =>
      [0, 3].flatMap((missed) =>
        [false, true].map((reached) =>
          trayLook(
            buildSnapshot({ agent: buildAgent({ activity, availability: { ...chose(available), type } }), muted }),
            missed,
            reached,
          ),
        ),
      ),
    ),
  ),
);
const deeds = ['answer', 'decline', 'hangUp', 'mute', 'unmute', 'missed'].map((deed) => `deed-${deed}`);

describe('the picture in the tray', () => {
  it('is there for everything the phone can be', () => {
    const nobody = trayLook(buildSnapshot({ agent: null }), 1, true);
    expect([...new Set([...looks, nobody, ...deeds])].filter((look) => !sheetIndex.names.includes(look))).toEqual([]);
  });

  it('tells chosen status and activity apart', () => {
    const agent = buildAgent({ activity: 'onContact' });
    expect(trayLook(buildSnapshot({ agent }), 0, true)).toBe('onContact-routable');
    expect(trayLook(buildSnapshot({ agent, muted: true }), 1, true)).toBe('muted-routable-missed');
    expect(trayLook(buildSnapshot({ agent }), 0, false)).toBe('trouble');
    expect(trayLook(buildSnapshot({ agent: null }), 0, false)).toBe('nobody');
  });

  it('differs by its shape, not only by its colour', () => {
    const shapes = sheetIndex.names
      .filter((name) => name !== 'deed-decline')
      .map((name) => {
        const pixels = paintIcon(icons[name] ?? [], schemes.template, 16);
        return pixels.filter((_byte, at) => at % 4 === 3).join();
      });
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('is in assets/tray as the description paints it', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', '..', 'assets', 'tray');
    expect(JSON.parse(readFileSync(join(folder, 'sheet.json'), 'utf8'))).toEqual(sheetIndex);
    const small = makeSheets([100]);
    expect(small.size).toBe(3);
    for (const [name, png] of small) expect(readFileSync(join(folder, name)).equals(png), name).toBe(true);
  });
});

describe('the ground of the tray', () => {
  it.each([
    ['darwin', undefined, true, 'template'],
    ['win32', undefined, false, 'on-light'],
    ['win32', undefined, true, 'on-dark'],
    ['linux', 'KDE', false, 'on-light'],
    ['linux', 'ubuntu:GNOME', false, 'on-dark'],
    ['linux', undefined, true, 'on-dark'],
  ] as const)('on %s with desktop %s, dark %s, is %s', (platform, desktop, dark, ground) => {
    expect(trayGround(platform, desktop, dark)).toBe(ground);
  });
});
