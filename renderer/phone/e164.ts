/** A plus, a country code that does not begin with 0, at most 15 digits. Source: ITU-T E.164, 6.2.1 */
const e164 = /^\+[1-9]\d{1,14}$/;

/** Whether this is a number as Connect dials it. */
export function isE164(text: string): boolean {
  return e164.test(text);
}
