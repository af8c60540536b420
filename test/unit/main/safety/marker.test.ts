import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMarkerFile } from '../../../../main/safety/marker-file.js';
import { openRunMarker } from '../../../../main/safety/run-marker.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'marker-'));
const facts = { armed: true, ccpUrl: 'https://x.my.connect.aws/ccp-v2/', agentId: 'arn:ada', statusName: 'Available' };

describe('the marker of a profile', () => {
  it('tells the next run what the last one left, and grows with each', () => {
    const place = folder();
    const first = openRunMarker(openMarkerFile(place), () => 1_000);
    expect(first.former).toBeNull();
    expect(first.claim()).toBe(true);
    expect(first.note(facts)).toBe(true);
    const second = openRunMarker(openMarkerFile(place), () => 2_000);
    expect(second.former).toEqual({ version: 1, epoch: 1_000, atMs: 1_000, ...facts });
    expect(second.epoch).toBe(2_000);
    expect(readdirSync(place), 'nothing half written is left').toEqual(['presence.json']);
  });

  it('keeps what was left until the run that claims it knows better', () => {
    const place = folder();
    openRunMarker(openMarkerFile(place), () => 1_000).note(facts);
    openRunMarker(openMarkerFile(place), () => 2_000).claim();
    expect(openMarkerFile(place).read()).toEqual({ version: 1, epoch: 2_000, atMs: 1_000, ...facts });
  });

  it('grows also where the clock went back', () => {
    const place = folder();
    openRunMarker(openMarkerFile(place), () => 9_000).claim();
    expect(openRunMarker(openMarkerFile(place), () => 5).epoch).toBe(9_001);
  });

  it.each([
    ['empty', ''],
    ['truncated', '{"version":1,"epoch":4'],
    ['not JSON', 'armed'],
    ['of a later version', '{"version":2,"epoch":4,"armed":true}'],
    ['with an epoch that is none', JSON.stringify({ version: 1, epoch: 'x', atMs: 0, ...facts })],
  ])('claims nothing of a marker that is %s', (_what, text) => {
    const place = folder();
    writeFileSync(join(place, 'presence.json'), text);
    const run = openRunMarker(openMarkerFile(place), () => 7_000);
    expect(run.former).toBeNull();
    expect(run.claim()).toBe(true);
    expect(JSON.parse(readFileSync(join(place, 'presence.json'), 'utf8'))).toMatchObject({
      epoch: 7_000,
      armed: false,
    });
  });

  it('says that the disk would not take it', () => {
    const file = join(folder(), 'no-folder');
    writeFileSync(file, '');
    expect(openRunMarker(openMarkerFile(file), () => 1).note(facts)).toBe(false);
  });
});
