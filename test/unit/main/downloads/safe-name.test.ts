import { describe, expect, it } from 'vitest';
import { extensionOf, safeName, uniqueName } from '../../../../main/downloads/safe-name.js';

describe('safeName', () => {
  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['Rechnung Größe.pdf', 'Rechnung Größe.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..\\..\\boot.ini', '_.._boot.ini'],
    ['C:\\x.txt', 'C__x.txt'],
    ['a:stream.txt', 'a_stream.txt'],
    ['.bashrc', 'bashrc'],
    ['...', 'download'],
    ['', 'download'],
    ['  ', 'download'],
    ['name. . .', 'name'],
    ['a\u0000b\u001f\nc.txt', 'ab c.txt'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u200Bb\uFEFF.txt', 'ab.txt'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Lpt1.pdf', '_Lpt1.pdf'],
    ['COM¹', '_COM¹'],
    ['console.txt', 'console.txt'],
    ['a<b>c"d|e?f*.txt', 'a_b_c_d_e_f_.txt'],
  ])('makes of %j: %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('keeps the extension of a name that is too long', () => {
    const safe = safeName(`${'ö'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(140);
    expect(safe).toMatch(/^ö+\.pdf$/);
  });

  it('is already safe', () => {
    for (const name of ['../CON .', `${'a'.repeat(130)}.exe${'b'.repeat(40)}`, '. nul', 'x\u202E. ']) {
      expect(safeName(safeName(name))).toBe(safeName(name));
    }
  });
});

describe('uniqueName', () => {
  const among =
    (...taken: readonly string[]) =>
    (name: string) =>
      taken.includes(name);

  it('keeps a name that is free', () => expect(uniqueName('a.pdf', among())).toBe('a.pdf'));

  it('numbers a name that is taken, before its extension', () => {
    expect(uniqueName('a.pdf', among('a.pdf'))).toBe('a (2).pdf');
    expect(uniqueName('a.pdf', among('a.pdf', 'a (2).pdf'))).toBe('a (3).pdf');
    expect(uniqueName('a', among('a'))).toBe('a (2)');
  });
});

describe('extensionOf', () => {
  it.each([
    ['a.PDF', 'pdf'],
    ['a.exe.', 'exe'],
    ['a.exe . .', 'exe'],
    ['a.pdf.exe', 'exe'],
    ['a', ''],
  ])('reads %j as %j', (name, extension) => expect(extensionOf(name)).toBe(extension));
});
