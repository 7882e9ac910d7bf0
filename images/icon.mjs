// Draws images/icon.png, 128 by 128: a line of text, underlined with a wave, behind a hedge.
//   node images/icon.mjs
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

const SIZE = 128;
/** Every pixel is the mean of so many samples a side. */
const SAMPLES = 4;

const PAPER = [250, 247, 238];
const INK = [70, 84, 92];
const WAVE = [214, 92, 42];
const LEAF = [58, 125, 68];
const SHADE = [40, 96, 54];

/** The bushes of the hedge: x, y, radius. */
const BUSHES = [
  [14, 104, 22],
  [40, 97, 22],
  [66, 101, 23],
  [91, 95, 22],
  [115, 103, 22],
];

const within = (x, y, [cx, cy, r]) => (x - cx) ** 2 + (y - cy) ** 2 < r ** 2;
const bar = (x, y, left, right, top, height) =>
  x > left && x < right && y > top && y < top + height;

function inSquare(x, y) {
  const radius = 22;
  const dx = Math.max(radius - x, x - (SIZE - radius), 0);
  const dy = Math.max(radius - y, y - (SIZE - radius), 0);
  return dx ** 2 + dy ** 2 < radius ** 2;
}

/** The colour at a point; undefined outside the icon. */
function colourAt(x, y) {
  if (!inSquare(x, y)) return undefined;
  if (BUSHES.some(([cx, cy, r]) => within(x, y, [cx - 5, cy + 9, r - 8]))) return SHADE;
  if (y > 104 || BUSHES.some((bush) => within(x, y, bush))) return LEAF;
  const wave = 56 + 3.5 * Math.sin((x / 14) * 2 * Math.PI);
  if (x > 22 && x < 92 && Math.abs(y - wave) < 2.6) return WAVE;
  if (bar(x, y, 22, 58, 34, 9) || bar(x, y, 66, 92, 34, 9)) return INK;
  return PAPER;
}

function pixel(px, py) {
  const steps = Array.from({ length: SAMPLES }, (_, i) => (i + 0.5) / SAMPLES);
  const seen = steps
    .flatMap((dy) => steps.map((dx) => colourAt(px + dx, py + dy)))
    .filter((colour) => colour !== undefined);
  const mean = (channel) =>
    Math.round(seen.reduce((sum, colour) => sum + colour[channel], 0) / (seen.length || 1));
  return [mean(0), mean(1), mean(2), Math.round((255 * seen.length) / SAMPLES ** 2)];
}

/** The checksum of a PNG chunk. */
function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6], 8); // Eight bits a channel, with transparency.
const rows = Array.from({ length: SIZE }, (_, y) => [
  0,
  ...Array.from({ length: SIZE }, (_, x) => pixel(x, y)).flat(),
]);
writeFileSync(
  path.join(import.meta.dirname, 'icon.png'),
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
