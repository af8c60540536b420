import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesPerPixel = 4;

/**
 * A PNG of straight RGBA. Source: https://www.w3.org/TR/png-3/
 *
 * @param {Uint8Array} pixels
 * @param {number} width
 */
export function encodePng(pixels, width) {
  const height = pixels.length / (width * bytesPerPixel);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, RGBA.
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * bytesPerPixel + 1));
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * width * bytesPerPixel, (y + 1) * width * bytesPerPixel);
    rows.set(row, y * (width * bytesPerPixel + 1) + 1);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
