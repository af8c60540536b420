import { describe, expect, it } from 'vitest';
import { judgeLinkOwner } from '../../../../main/os/judge-link-owner.js';

const own = 'switchhook.desktop';

describe('who opens links', () => {
  it.each([
    ['this app', { registered: true, chosen: own }, { kind: 'ours' }],
    ['this app, with a line end', { registered: true, chosen: `${own}\n` }, { kind: 'ours' }],
    [
      'another one that was chosen',
      { registered: true, chosen: 'zoom.desktop' },
      { kind: 'another', name: 'zoom.desktop' },
    ],
    ['nobody, as none was chosen', { registered: true, chosen: '' }, { kind: 'nobody' }],
    ['not this app, as the system does not know it', { registered: false, chosen: '' }, { kind: 'notRegistered' }],
    [
      'not this app, though another one was chosen',
      { registered: false, chosen: 'zoom.desktop' },
      { kind: 'notRegistered' },
    ],
    ['not this app, whose entry has gone', { registered: false, chosen: own }, { kind: 'notRegistered' }],
  ])('is told as %s', (_what, facts, owner) => {
    expect(judgeLinkOwner({ ...facts, own })).toEqual(owner);
  });

  it('cuts a name that is no name', () => {
    expect(judgeLinkOwner({ registered: true, chosen: 'x'.repeat(1_000), own })).toEqual({
      kind: 'another',
      name: 'x'.repeat(200),
    });
  });
});
