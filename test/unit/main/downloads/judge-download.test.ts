import { describe, expect, it } from 'vitest';
import { judgeDownload, type OfferedFile } from '../../../../main/downloads/judge-download.js';
import { safeName } from '../../../../main/downloads/safe-name.js';

const panelOrigin = 'https://example.my.connect.aws';
const limits = { panelOrigin, maxMb: 100 };

const judge = (file: Partial<OfferedFile>, within = limits) =>
  judgeDownload(
    {
      fromPhone: true,
      addresses: ['https://files.example/invoice?signature=x'],
      name: 'invoice.pdf',
      totalBytes: 1_000,
      ...file,
    },
    within,
  );

describe('a file is saved', () => {
  it.each([
    ['from where the instance keeps attachments', ['https://bucket.s3.amazonaws.com/a?X-Amz-Signature=b']],
    ['by way of the instance', [`${panelOrigin}/file`, 'https://files.example/a']],
    ['made in the panel', [`blob:${panelOrigin}/0d1f`]],
  ])('that comes %s', (_what, addresses) => expect(judge({ addresses })).toBeNull());

  it('from an instance on this machine, for the simulator', () => {
    const panelOrigin = 'http://127.0.0.1:4173';
    expect(judge({ addresses: [`${panelOrigin}/a`] }, { panelOrigin, maxMb: 100 })).toBeNull();
  });

  it('that is as large as the limit, or does not say', () => {
    expect(judge({ totalBytes: 100_000_000 })).toBeNull();
    expect(judge({ totalBytes: 0 })).toBeNull();
  });
});

describe('a file is refused', () => {
  it.each([
    ['without encryption', ['http://files.example/a']],
    ['by way of an address without encryption', ['http://files.example/a', 'https://files.example/a']],
    ['from this machine', ['file:///etc/passwd']],
    ['in its own address', ['data:text/plain,a']],
    ['made by a stranger in a frame', ['blob:http://evil.example/0d1f']],
    ['from nowhere', []],
    ['from no address', ['nonsense']],
  ])('that comes %s', (_what, addresses) => expect(judge({ addresses })).toBe('foreign'));

  it('that a sign-in window offers', () => expect(judge({ fromPhone: false })).toBe('foreign'));

  it('while there is no panel', () => {
    expect(
      judgeDownload(
        { fromPhone: true, addresses: [panelOrigin], name: 'a', totalBytes: 1 },
        { panelOrigin: null, maxMb: 1 },
      ),
    ).toBe('foreign');
  });

  it('that is larger than the limit', () => {
    expect(judge({ totalBytes: 100_000_001 })).toBe('tooLarge');
    expect(judge({ totalBytes: 500_000_000 }, { panelOrigin, maxMb: 600 })).toBeNull();
  });

  const programs =
    'exe msi bat cmd scr js vbs ps1 sh app dmg pkg jar com lnk reg hta pif msix appimage deb desktop url'.split(' ');

  it.each(programs)('that is a program: .%s', (type) => {
    for (const name of [`a.${type}`, `a.${type.toUpperCase()}`, `a.${type}.`, `a.${type}. .`, `a.pdf.${type}`]) {
      expect(judge({ name: safeName(name) }), name).toBe('program');
      expect(judge({ name }), name).toBe('program');
    }
  });

  it('that is a program behind signs that turn the text', () => {
    expect(judge({ name: safeName('photo\u202Egpj.e\u200Bxe') })).toBe('program');
  });

  it('that becomes a program when its name is cut', () => {
    expect(judge({ name: safeName(`${'a'.repeat(136)}.exe${'b'.repeat(60)}`) })).toBe('program');
  });

  it.each(['a.exe.pdf', 'exe', 'a.json', 'shell.txt', 'a.docx'])('but not %s, which is none', (name) => {
    expect(judge({ name })).toBeNull();
  });
});
