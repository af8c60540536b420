/**
 * Messages of D-Bus, as far as asking short questions takes them: strings go out, and strings, numbers and booleans come
 * in. Source: https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol
 */
export interface BusMessage {
  readonly type: 'call' | 'return' | 'error' | 'signal';
  readonly serial: number;
  readonly replySerial: number | null;
  readonly path: string | null;
  readonly interface: string | null;
  readonly member: string | null;
  /** What it carries, up to the first value of a kind that is not read here. */
  readonly body: readonly BusValue[];
}

export type BusValue = string | number | boolean;

/** A question to somebody on the bus. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly string[];
}

const types = { call: 1, return: 2, error: 3, signal: 4 } as const;
const fields = { path: 1, interface: 2, member: 3, replySerial: 5, destination: 6, signature: 8 } as const;
const littleEndian = 0x6c;
const protocolVersion = 1;
/** Nobody is started because somebody asks. */
const noAutoStart = 2;
/** Of what stands before the fields, and of the field's own length. */
const headLength = 16;
const structAlignment = 8;
/** The specification allows no longer ones. */
const longestMessage = 128 * 1024 * 1024;

const aligned = (at: number, to: number): number => Math.ceil(at / to) * to;

/** Writes a call. */
export function encodeCall(serial: number, call: BusCall): Buffer {
  const body = new Writer();
  for (const text of call.body) body.string(text);
  const head = new Writer();
  head.field(fields.path, 'o', call.path);
  head.field(fields.destination, 's', call.destination);
  head.field(fields.interface, 's', call.interface);
  head.field(fields.member, 's', call.member);
  if (call.body.length > 0) head.field(fields.signature, 'g', 's'.repeat(call.body.length));
  const first = Buffer.alloc(headLength);
  first.set([littleEndian, types.call, noAutoStart, protocolVersion]);
  first.writeUInt32LE(body.bytes().length, 4);
  first.writeUInt32LE(serial, 8);
  first.writeUInt32LE(head.bytes().length, 12);
  const padding = Buffer.alloc(aligned(head.bytes().length, structAlignment) - head.bytes().length);
  return Buffer.concat([first, head.bytes(), padding, body.bytes()]);
}

/** How long the message is that begins here; null while too little of it has come. Throws on what is no message. */
export function messageLength(buffer: Buffer): number | null {
  if (buffer.length < headLength) return null;
  if (buffer[0] !== littleEndian) throw new Error('Not a message of this machine');
  const length = headLength + aligned(buffer.readUInt32LE(12), structAlignment) + buffer.readUInt32LE(4);
  if (length > longestMessage) throw new Error('Not a message');
  return length;
}

/** Reads a whole message. */
export function decodeMessage(buffer: Buffer): BusMessage {
  const fieldsEnd = headLength + buffer.readUInt32LE(12);
  const reader = new Reader(buffer, headLength);
  const head = new Map<number, BusValue>();
  while (reader.at < fieldsEnd) {
    reader.align(structAlignment);
    const code = reader.byte();
    const value = reader.value(reader.signature());
    if (value === null) break;
    head.set(code, value);
  }
  const text = (code: number): string | null => (head.has(code) ? String(head.get(code)) : null);
  const replySerial = head.get(fields.replySerial);
  const body = new Reader(buffer.subarray(aligned(fieldsEnd, structAlignment)), 0);
  return {
    type: (Object.keys(types) as (keyof typeof types)[]).find((name) => types[name] === buffer[1]) ?? 'signal',
    serial: buffer.readUInt32LE(8),
    replySerial: typeof replySerial === 'number' ? replySerial : null,
    path: text(fields.path),
    interface: text(fields.interface),
    member: text(fields.member),
    body: body.values(text(fields.signature) ?? ''),
  };
}

class Writer {
  #bytes: Buffer = Buffer.alloc(0);

  bytes(): Buffer {
    return this.#bytes;
  }

  field(code: number, signature: 'o' | 's' | 'g', value: string): void {
    this.#align(structAlignment);
    this.#add(Buffer.from([code, 1, signature.charCodeAt(0), 0]));
    if (signature === 'g') this.#add(Buffer.from([value.length, ...Buffer.from(value), 0]));
    else this.string(value);
  }

  string(text: string): void {
    this.#align(4);
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    this.#add(Buffer.concat([length, bytes, Buffer.alloc(1)]));
  }

  #align(to: number): void {
    this.#add(Buffer.alloc(aligned(this.#bytes.length, to) - this.#bytes.length));
  }

  #add(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
  }
}

class Reader {
  at: number;
  readonly #buffer: Buffer;

  constructor(buffer: Buffer, at: number) {
    this.#buffer = buffer;
    this.at = at;
  }

  align(to: number): void {
    this.at = aligned(this.at, to);
  }

  byte(): number {
    return this.#buffer.readUInt8(this.at++);
  }

  signature(): string {
    return this.#text(this.byte());
  }

  /** The values of a signature, up to the first of a kind that is not read here. */
  values(signature: string): readonly BusValue[] {
    const found: BusValue[] = [];
    for (const kind of signature) {
      const value = this.value(kind);
      if (value === null) break;
      found.push(value);
    }
    return found;
  }

  value(kind: string): BusValue | null {
    switch (kind) {
      case 's':
      case 'o':
        return this.#text(this.#number());
      case 'g':
        return this.signature();
      case 'u':
        return this.#number();
      case 'b':
        return this.#number() === 1;
      case 'v':
        return this.value(this.signature());
      default:
        return null;
    }
  }

  #number(): number {
    this.align(4);
    this.at += 4;
    return this.#buffer.readUInt32LE(this.at - 4);
  }

  #text(length: number): string {
    const text = this.#buffer.toString('utf8', this.at, this.at + length);
    this.at += length + 1;
    return text;
  }
}
