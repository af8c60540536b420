import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { maxDialTextLength } from '../../contract/errand.js';
import { linkRules } from '../../main/errands/link-rules.js';
import { readCommandLine } from '../../main/errands/read-command-line.js';
import { readLink } from '../../main/errands/read-link.js';
import { fuzz } from './fuzz-run.js';
import { anyText } from './junk.js';

const number = fc.string({ unit: fc.constantFrom(...'+0123456789 ().-/*#;,%$`\'"&|<>\\٣'), maxLength: 40 });
const link = fc
  .tuple(
    fc.constantFrom(
      'tel:',
      'TEL:',
      'tel://',
      'callto:',
      'callto:tel:',
      'sip:',
      'sips:',
      'switchhook:',
      'switchhook://',
      'javascript:',
      '',
    ),
    fc.constantFrom(
      '',
      'dial?number=',
      'status?name=',
      'next?name=',
      'show',
      'quit',
      'dial?number=1&number=',
      '__proto__?name=',
    ),
    fc.oneof(number, anyText),
    fc.constantFrom('', '@voice.example', ';ext=1', '?x=1', ' --quit', '%00', '%', '\n', '\u202e', 'x'.repeat(400)),
  )
  .map((parts) => parts.join(''));

describe('any link', () => {
  fuzz('is a number, a name or a refusal, and never the end of the app', 4, link, (text) => {
    const read = readLink(text);
    if (read.kind === 'unknown') return;
    expect(Object.keys(linkRules)).toContain(read.kind);
    expect(text.length).toBeLessThanOrEqual(maxDialTextLength);
    const said = 'text' in read ? read.text : 'name' in read ? read.name : '';
    expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    if (read.kind === 'dial') expect(said).toMatch(/^[+\p{Nd} ().\-/*#]*\p{Nd}[+\p{Nd} ().\-/*#]*$/u);
  });

  fuzz(
    'on a command line brings nothing but itself',
    2,
    fc.tuple(link, fc.array(anyText, { maxLength: 4 })),
    ([text, more]) => {
      const line = readCommandLine(['/opt/switchhook', '--', text, ...more, '--quit']);
      if (line.kind === 'start') return;
      expect(line).toMatchObject({ kind: 'errand', source: 'link' });
      expect(line.kind === 'errand' && ['quit', 'printStatus'].includes(line.errand.kind)).toBe(false);
    },
  );

  fuzz(
    'or other arguments are read without a throw',
    2,
    fc.array(fc.oneof(anyText, link, fc.constantFrom('--dial', '--status', '--quit', '--')), { maxLength: 8 }),
    (args) => {
      expect(['start', 'version', 'errand', 'misuse']).toContain(readCommandLine(args).kind);
    },
  );
});
