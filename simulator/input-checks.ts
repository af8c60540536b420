import { isObject } from './operations/operation.js';
import { Refusal } from './refusal.js';

/** Reads one value. Throws a Refusal (ValidationException) that names it when it is not what it should be. */
export type Check<T> = (value: unknown, name: string) => T;

export function refuse(message: string): never {
  throw new Refusal('ValidationException', message);
}

export const text: Check<string> = (value, name) =>
  typeof value === 'string' ? value : refuse(`${name} must be a text`);
export const flag: Check<boolean> = (value, name) =>
  typeof value === 'boolean' ? value : refuse(`${name} must be true or false`);
export const duration: Check<number> = (value, name) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(`${name} must be a number from 0`);
export const count: Check<number> = (value, name) =>
  Number.isInteger(value) && Number(value) > 0 ? Number(value) : refuse(`${name} must be a whole number from 1`);
export const httpStatus: Check<number> = (value, name) =>
  Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599
    ? Number(value)
    : refuse(`${name} must be an HTTP status from 200 to 599`);

export function oneOf<T extends string>(...allowed: readonly T[]): Check<T> {
  return (value, name) =>
    allowed.find((word) => word === value) ?? refuse(`${name} must be one of ${allowed.join(', ')}`);
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, name) => (value === null ? null : check(value, name));
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value, name) =>
    Array.isArray(value)
      ? value.map((item, index) => check(item, `${name}[${index}]`))
      : refuse(`${name} must be a list`);
}

/** Makes a check for an object with these members and no others, all of them optional. */
export function membersOf<T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<Partial<T>> {
  return (value, name) => {
    if (!isObject(value)) return refuse(`${name} must be an object`);
    const read: Partial<T> = {};
    for (const [member, given] of Object.entries(value)) {
      if (!Object.hasOwn(checks, member)) refuse(`${name} has no member ${member}`);
      const key = member as keyof T;
      read[key] = checks[key](given, member);
    }
    return read;
  };
}
