import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageLength } from '../../../../main/os/dbus-message.js';
import { decode, encode, typesOf } from '../../../../main/os/dbus-values.js';

describe('values of D-Bus', () => {
  it('are split by their signature', () => {
    expect(typesOf('susssasa{sv}i')).toEqual(['s', 'u', 's', 's', 's', 'as', 'a{sv}', 'i']);
    expect(typesOf('a(yv)aas(s(ii))')).toEqual(['a(yv)', 'aas', '(s(ii))']);
    for (const wrong of ['z', 'a', '(s', 'a{s']) expect(() => typesOf(wrong)).toThrow();
  });

  // The examples of the specification, read by hand.
  it('lie in memory as the specification says', () => {
    expect(encode('s', ['foo']).toString('hex')).toBe('03000000666f6f00');
    expect(encode('yu', [1, 2]).toString('hex')).toBe('0100000002000000');
    expect(encode('v', [{ signature: 'u', value: 3 }]).toString('hex')).toBe('0175000003000000');
    // The length of an array does not count what aligns its first entry.
    expect(encode('a{sv}', [[['a', { signature: 'y', value: 1 }]]]).toString('hex')).toBe(
      '0a00000000000000010000006100017900 01'.replace(' ', ''),
    );
    expect(encode('a{sv}', [[]]).toString('hex')).toBe('0000000000000000');
  });

  it('come back as they went', () => {
    const text = fc.string({ unit: 'grapheme' });
    const values = fc.tuple(
      text,
      fc.nat(),
      fc.array(text),
      fc.array(
        fc.tuple(
          text,
          text.map((value) => ({ signature: 's', value })),
        ),
      ),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(values, (given) => {
        const [, , , entries] = given;
        const held = entries.map(([key, { value }]) => [key, value]);
        expect(decode('suasa{sv}ib', encode('suasa{sv}ib', given))).toEqual(
          (given as readonly unknown[]).with(3, held),
        );
      }),
    );
  });

  it('are read in every type there is', () => {
    const bytes = Buffer.alloc(40);
    bytes.writeInt16LE(-2, 0);
    bytes.writeUInt16LE(3, 2);
    bytes.writeBigInt64LE(-4n, 8);
    bytes.writeBigUInt64LE(5n, 16);
    bytes.writeDoubleLE(0.5, 24);
    bytes.writeUInt32LE(6, 32);
    expect(decode('nqxtdh', bytes)).toEqual([-2, 3, -4n, 5n, 0.5, 6]);
    expect(() => encode('d', [1])).toThrow('No value');
  });

  it('are refused when they are broken, never read past their end', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.constantFrom('s', 'as', 'a{sv}', 'v', 'yyyyuua(yv)'),
        (bytes, type) => {
          try {
            decode(type, Buffer.from(bytes));
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        },
      ),
    );
    expect(() => decode('s', Buffer.from('ffffff7f61', 'hex'))).toThrow('Too short');
  });

  it('are not followed into a depth that nobody means', () => {
    const deep = Buffer.concat([
      ...Array.from({ length: 40 }, () => Buffer.from('017600', 'hex')),
      Buffer.from('017900', 'hex'),
    ]);
    expect(() => decode('v', deep)).toThrow('Too deep');
  });
});

describe('messages of D-Bus', () => {
  it('are refused when they say that they are longer than anybody has to tell', () => {
    const endless = Buffer.alloc(16);
    endless[0] = 0x6c;
    endless.writeUInt32LE(0x7fffffff, 4);
    expect(() => messageLength(endless)).toThrow('Not a message');
  });
});
