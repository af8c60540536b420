import * as z from 'zod';
import { readAccelerator } from './accelerator.js';

/** A key combination in any spelling that `readAccelerator` takes, or '' for none; gives the one spelling. */
export const acceleratorSchema = z
  .string()
  .max(64)
  .transform((text, context) => {
    if (text.trim() === '') return '';
    const read = readAccelerator(text);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: read.failure });
    return z.NEVER;
  });
