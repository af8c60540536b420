import { linkSchemes } from '../../../contract/link-state.js';
import { call, longName, lunch, ready, withContacts } from './fixtures.js';
import type { Looks, Step } from './look.js';

const openLinks: readonly Step[] = [
  { press: '.account-button' },
  { press: '.menu-item:nth-of-type(3)' },
  { press: '.tab:nth-of-type(2)' },
];

/** What links and other programs want. */
export const errandLooks: Looks = {
  'errand-call': { snapshot: ready(), errand: { kind: 'dial', text: '+44 20 7946 0123' } },
  'errand-cannot-call': { snapshot: ready(), errand: { kind: 'dial', text: '112' } },
  'errand-status': { snapshot: ready(), errand: { kind: 'setStatus', statusId: lunch.statusId, name: longName } },
  'errand-next': {
    snapshot: withContacts([call]),
    errand: { kind: 'queueStatus', statusId: lunch.statusId, name: lunch.name },
  },
  'links-ours': {
    snapshot: ready(),
    steps: openLinks,
    links: linkSchemes.map((scheme) => ({ scheme, owner: { kind: 'ours' } })),
  },
  'links-others': {
    snapshot: ready(),
    steps: openLinks,
    links: linkSchemes.map((scheme, place) => ({
      scheme,
      owner: place === 4 ? { kind: 'ours' } : place > 1 ? { kind: 'nobody' } : { kind: 'another', name: longName },
    })),
  },
  'links-not-installed': {
    snapshot: ready(),
    steps: openLinks,
    links: linkSchemes.map((scheme) => ({ scheme, owner: { kind: 'notRegistered' } })),
  },
  'errand-refused-on-a-call': { snapshot: withContacts([call]), errandRefusals: [{ kind: 'onCall' }] },
  'errand-refused': {
    snapshot: ready(),
    errandRefusals: [
      { kind: 'badLink' },
      { kind: 'tooMany' },
      { kind: 'unknownStatus', name: 'Mittag', statuses: ['Available', 'Lunch', 'Training', 'Offline'] },
    ],
  },
};
