import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import { agent, ago, inTrouble, minutes, ready, seconds } from './fixtures.js';
import type { Looks } from './look.js';

const field = 'input[type=tel]';
const address = 'input[type=url]';
const saved = { kind: 'saved', name: 'invoice-2026-11.pdf', downloadId: 1 } as const;
const savedLong = {
  kind: 'saved',
  name: 'Annual service agreement between Northline Logistics and the customer, signed copy, page 1 to 24.pdf',
  downloadId: 2,
} as const;

/** What is there without a contact: the first run, the field to dial, and what happened by itself. */
export const idleLooks: Looks = {
  'first-run': { snapshot: inTrouble('noAddress') },
  'first-run-simulator': { snapshot: inTrouble('noAddress'), simulator: { trainerPanel: null } },
  'idle-simulator': { snapshot: ready(), simulator: { trainerPanel: 'http://127.0.0.1:4711/token/' } },
  'first-run-every-field': {
    snapshot: inTrouble('noAddress'),
    settings: {
      ccpUrl: 'https://northline.my.connect.aws/ccp-v2/',
      region: 'eu-central-1',
      loginUrl: 'https://login.northline.example/sso/amazon-connect',
    },
  },
  'first-run-refused': {
    snapshot: inTrouble('noAddress'),
    settings: { region: 'eu-central-1', loginUrl: 'https://login.northline.example/' },
    steps: [{ type: 'northline.my.connect.aws.example.net\n', into: address }],
  },
  'first-run-upgraded': {
    snapshot: inTrouble('noAddress'),
    steps: [{ type: 'https://northline.awsapps.com/connect/ccp', into: address }],
  },
  'change-address': {
    snapshot: inTrouble('unreachable'),
    settings: { ccpUrl: 'https://northline.my.connect.aws/ccp-v2/' },
    steps: [{ press: '.row .button:last-child' }],
  },
  starting: { snapshot: emptySnapshot },
  idle: { snapshot: ready() },
  'idle-no-dial': { snapshot: ready({ agent: { ...agent, mayDial: false } }) },
  'idle-lunch': {
    snapshot: ready({
      agent: {
        ...agent,
        availability: { name: 'Lunch', type: 'notRoutable', statusId: 's-lunch', sinceMs: ago(minutes(64)) },
      },
    }),
  },
  'idle-offline': {
    snapshot: ready({
      agent: {
        ...agent,
        availability: { name: 'Offline', type: 'offline', statusId: 's-offline', sinceMs: ago(minutes(3)) },
      },
    }),
  },
  'idle-error': {
    snapshot: ready({ agent: { ...agent, activity: 'error', errorName: 'MissedCallAgent' } }),
  },
  'idle-national': { snapshot: ready(), steps: [{ type: '030 231', into: field }] },
  'idle-bad-number': { snapshot: ready(), steps: [{ type: '+49 1\n', into: field }] },
  'notice-missed': { snapshot: ready({ notice: { kind: 'missed', who: '+49 151 12345678', contactId: 'c-9' } }) },
  'notice-cleared': {
    snapshot: ready({ notice: { kind: 'clearedByConnect', who: 'Renata Oyelaran', workedMs: seconds(61) } }),
  },
  'settings-problems': {
    snapshot: ready(),
    settingsProblems: [
      { kind: 'badValue', name: 'dialCountry' },
      { kind: 'unreadableFile', name: 'settings-2026-11-21.json' },
    ],
  },
  'download-saved': { snapshot: ready(), downloads: [saved] },
  'download-program': { snapshot: ready(), downloads: [{ kind: 'program', name: 'invoice.pdf.exe' }] },
  'download-foreign': { snapshot: ready(), downloads: [{ kind: 'foreign', name: 'offer.pdf' }] },
  'download-too-large': { snapshot: ready(), downloads: [{ kind: 'tooLarge', name: 'recording.wav', limitMb: 100 }] },
  'download-failed': { snapshot: ready(), downloads: [{ kind: 'failed', name: 'contract.pdf' }] },
  'downloads-two': { snapshot: ready(), downloads: [saved, savedLong] },
  'downloads-many': {
    snapshot: ready({ notice: { kind: 'nextStatusTaken', name: 'Lunch' } }),
    downloads: [saved, { kind: 'failed', name: 'contract.pdf' }, savedLong, { kind: 'program', name: 'setup.exe' }],
  },
};
