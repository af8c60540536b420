import { decode, encode, type Variant } from './dbus-values.js';

/**
 * Messages of D-Bus, for who calls others and hears their signals.
 * Source: https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol-messages
 */
export interface BusMessage {
  readonly type: 'call' | 'return' | 'error' | 'signal';
  readonly serial: number;
  readonly replySerial: number | null;
  /** Who sent it, as the bus knows them. */
  readonly sender: string | null;
  readonly path: string | null;
  readonly interface: string | null;
  readonly member: string | null;
  readonly body: readonly unknown[];
}

/** A question to somebody on the bus. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
  /** The types of the body; all strings unless given. */
  readonly signature?: string;
  /** Whoever is asked is started if it must be; otherwise nobody is because somebody asks. */
  readonly startsIt?: boolean;
}

const types = { call: 1, return: 2, error: 3, signal: 4 } as const;
const fields = { path: 1, interface: 2, member: 3, replySerial: 5, destination: 6, sender: 7, signature: 8 } as const;
const littleEndian = 0x6c;
const protocolVersion = 1;
const noAutoStart = 2;
/** Of what stands before the fields, and of their own length. */
const headLength = 16;
const alignment = 8;
/** The specification allows 128 MB; nobody has that much to tell us. */
const longestMessage = 1_000_000;
/** The fixed part with its fields. */
const headSignature = 'yyyyuua(yv)';

const aligned = (at: number): number => Math.ceil(at / alignment) * alignment;

/** Writes a call. */
export function encodeCall(serial: number, call: BusCall): Buffer {
  const { signature = 's'.repeat(call.body.length), startsIt = false } = call;
  const body = encode(signature, call.body);
  const named: (readonly [number, Variant])[] = [
    [fields.path, { signature: 'o', value: call.path }],
    [fields.destination, { signature: 's', value: call.destination }],
    [fields.interface, { signature: 's', value: call.interface }],
    [fields.member, { signature: 's', value: call.member }],
    ...(signature === '' ? [] : [[fields.signature, { signature: 'g', value: signature }] as const]),
  ];
  const flags = startsIt ? 0 : noAutoStart;
  const head = encode(headSignature, [littleEndian, types.call, flags, protocolVersion, body.length, serial, named]);
  return Buffer.concat([head, Buffer.alloc(aligned(head.length) - head.length), body]);
}

/** How long the message is that begins here; null while too little of it has come. Throws on what is no message. */
export function messageLength(buffer: Buffer): number | null {
  if (buffer.length < headLength) return null;
  if (buffer[0] !== littleEndian) throw new Error('Not a message of this machine');
  const length = aligned(headLength + buffer.readUInt32LE(12)) + buffer.readUInt32LE(4);
  if (length > longestMessage) throw new Error('Not a message');
  return length;
}

/** Reads a whole message; throws on one that is broken. */
export function decodeMessage(buffer: Buffer): BusMessage {
  const [, type, , , bodyLength, serial, named] = decode(headSignature, buffer) as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    readonly (readonly [number, unknown])[],
  ];
  const head = new Map(named);
  const text = (field: number): string | null => (head.has(field) ? String(head.get(field)) : null);
  const replySerial = head.get(fields.replySerial);
  return {
    type: (Object.keys(types) as (keyof typeof types)[]).find((name) => types[name] === type) ?? 'signal',
    serial,
    replySerial: typeof replySerial === 'number' ? replySerial : null,
    sender: text(fields.sender),
    path: text(fields.path),
    interface: text(fields.interface),
    member: text(fields.member),
    body: decode(text(fields.signature) ?? '', buffer.subarray(buffer.length - bodyLength)),
  };
}
