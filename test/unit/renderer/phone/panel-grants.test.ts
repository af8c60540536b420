import { describe, expect, it } from 'vitest';
import { withGrants } from '../../../../renderer/phone/panel-grants.js';

const ofStreams = 'microphone; camera; autoplay; clipboard-write; identity-credentials-get';

describe('the grants of the frame', () => {
  it('add to what Streams gives', () => {
    expect(withGrants(ofStreams, [])).toBe(`${ofStreams}; loopback-network; display-capture`);
  });

  it('add nothing twice', () => {
    expect(withGrants(withGrants(ofStreams, []), [])).toBe(withGrants(ofStreams, []));
    expect(withGrants('', [])).toBe('loopback-network; display-capture');
  });

  it('use the former name of the loopback where Chromium knows no other', () => {
    expect(withGrants('', ['local-network-access'])).toContain('local-network-access');
    expect(withGrants('', ['local-network-access', 'loopback-network'])).not.toContain('local-network-access');
  });
});
