/** Stands for the app that the guardian starts: `node recovered-app.mjs FILE CODE` writes down what it got and ends. */
import { renameSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';

const [file = '', code = '0'] = process.argv.slice(2);
const jar = (await buffer(process.stdin)).toString('base64');
// Whoever sees the file sees all of it.
writeFileSync(`${file}.new`, JSON.stringify({ jar, argv: process.argv, env: process.env }));
renameSync(`${file}.new`, file);
process.exitCode = Number(code);
