import { call, longName, lunch, ready, withContacts } from './fixtures.js';
import type { Looks } from './look.js';

/** What links and other programs want. */
export const errandLooks: Looks = {
  'errand-call': { snapshot: ready(), errand: { kind: 'dial', text: '+44 20 7946 0123' } },
  'errand-cannot-call': { snapshot: ready(), errand: { kind: 'dial', text: '112' } },
  'errand-status': { snapshot: ready(), errand: { kind: 'setStatus', statusId: lunch.statusId, name: longName } },
  'errand-next': {
    snapshot: withContacts([call]),
    errand: { kind: 'queueStatus', statusId: lunch.statusId, name: lunch.name },
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
