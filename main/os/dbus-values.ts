/**
 * The values of D-Bus messages, little-endian. All types are read; written are y b i u s o g v, arrays, structs and
 * dictionary entries.
 * Source: https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol-marshaling
 */

/** A value together with its type, as it is written. */
export interface Variant {
  readonly signature: string;
  readonly value: unknown;
}

const ALIGNMENT: Readonly<Record<string, number>> = {
  ...{ y: 1, g: 1, v: 1 },
  ...{ n: 2, q: 2 },
  ...{ b: 4, i: 4, u: 4, h: 4, s: 4, o: 4, a: 4 },
  ...{ x: 8, t: 8, d: 8, '(': 8, '{': 8 },
};
const wordBytes = 4;
/** Deeper values are nobody's honest message. */
const maxDepth = 16;

/** Splits a signature into its single types, such as `sa{sv}u` into `s`, `a{sv}`, `u`. Throws on one that is none. */
export function typesOf(signature: string): readonly string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length; at = at + (types.at(-1)?.length ?? 1)) types.push(typeAt(signature, at));
  return types;
}

function typeAt(signature: string, at: number): string {
  const code = signature[at] ?? '';
  if (!(code in ALIGNMENT)) throw new Error(`No type ${code}`);
  if (code === 'a') return `a${typeAt(signature, at + 1)}`;
  if (code !== '(' && code !== '{') return code;
  const close = code === '(' ? ')' : '}';
  let end = at + 1;
  while (signature[end] !== close) end += typeAt(signature, end).length;
  return signature.slice(at, end + 1);
}

const alignmentOf = (type: string): number => ALIGNMENT[type[0] ?? ''] ?? 1;
/** What a struct or a dictionary entry holds. */
const inside = (type: string): readonly string[] => typesOf(type.slice(1, -1));

/** Writes values by their signature. */
export function encode(signature: string, values: readonly unknown[]): Buffer {
  const writer = new Writer();
  for (const [place, type] of typesOf(signature).entries()) writer.write(type, values[place]);
  return writer.bytes();
}

class Writer {
  readonly #parts: Buffer[] = [];
  #length = 0;

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  write(type: string, value: unknown): void {
    this.#pad(alignmentOf(type));
    switch (type[0]) {
      case 'y':
        this.#add(Buffer.of(value as number));
        break;
      case 'b':
        this.#word(value === true ? 1 : 0);
        break;
      case 'i':
      case 'u':
        this.#word(value as number);
        break;
      case 's':
      case 'o':
        this.#text(value as string);
        break;
      case 'g':
        this.#shortText(value as string);
        break;
      case 'v': {
        const { signature, value: held } = value as Variant;
        this.#shortText(signature);
        this.write(signature, held);
        break;
      }
      case 'a':
        this.#array(type.slice(1), value as readonly unknown[]);
        break;
      case '(':
      case '{':
        for (const [place, each] of inside(type).entries()) this.write(each, (value as readonly unknown[])[place]);
        break;
      default:
        throw new Error(`No value of type ${type} is written`);
    }
  }

  #array(type: string, values: readonly unknown[]): void {
    // Its length does not count what aligns the first of it.
    const place = this.#parts.length;
    this.#word(0);
    this.#pad(alignmentOf(type));
    const start = this.#length;
    for (const value of values) this.write(type, value);
    (this.#parts[place] as Buffer).writeUInt32LE(this.#length - start);
  }

  #text(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.#word(bytes.length);
    this.#add(Buffer.concat([bytes, Buffer.of(0)]));
  }

  #shortText(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.#add(Buffer.concat([Buffer.of(bytes.length), bytes, Buffer.of(0)]));
  }

  #word(value: number): void {
    const bytes = Buffer.alloc(wordBytes);
    bytes.writeInt32LE(value | 0);
    this.#add(bytes);
  }

  #pad(alignment: number): void {
    const missing = (alignment - (this.#length % alignment)) % alignment;
    if (missing > 0) this.#add(Buffer.alloc(missing));
  }

  #add(bytes: Buffer): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }
}

/** Reads values by their signature, variants as what they hold; throws on bytes that are none. */
export function decode(signature: string, bytes: Buffer): readonly unknown[] {
  const reader = new Reader(bytes);
  return typesOf(signature).map((type) => reader.read(type, 0));
}

class Reader {
  #at = 0;

  constructor(readonly bytes: Buffer) {}

  read(type: string, depth: number): unknown {
    if (depth > maxDepth) throw new Error('Too deep');
    this.#pad(alignmentOf(type));
    switch (type[0]) {
      case 'y':
        return this.#take(1)[0];
      case 'b':
        return this.#word() !== 0;
      case 'n':
        return this.#take(2).readInt16LE();
      case 'q':
        return this.#take(2).readUInt16LE();
      case 'x':
        return this.#take(8).readBigInt64LE();
      case 't':
        return this.#take(8).readBigUInt64LE();
      case 'd':
        return this.#take(8).readDoubleLE();
      case 'i':
        return this.#take(wordBytes).readInt32LE();
      case 'u':
      case 'h':
        return this.#word();
      case 's':
      case 'o':
        return this.#text(this.#word());
      case 'g':
        return this.#text(this.#take(1)[0] ?? 0);
      case 'v': {
        const signature = this.#text(this.#take(1)[0] ?? 0);
        const [held = '', ...more] = typesOf(signature);
        if (more.length > 0) throw new Error('Not one type');
        return this.read(held, depth + 1);
      }
      case 'a':
        return this.#array(type.slice(1), depth);
      default:
        return inside(type).map((each) => this.read(each, depth + 1));
    }
  }

  #array(type: string, depth: number): readonly unknown[] {
    const length = this.#word();
    this.#pad(alignmentOf(type));
    const end = this.#at + length;
    if (end > this.bytes.length) throw new Error('Too short');
    const values: unknown[] = [];
    while (this.#at < end) values.push(this.read(type, depth + 1));
    return values;
  }

  #text(length: number): string {
    const text = this.#take(length).toString('utf8');
    this.#take(1);
    return text;
  }

  #word(): number {
    return this.#take(wordBytes).readUInt32LE();
  }

  #pad(alignment: number): void {
    this.#take((alignment - (this.#at % alignment)) % alignment);
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.bytes.length) throw new Error('Too short');
    const taken = this.bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}
