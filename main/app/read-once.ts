/**
 * How to check what a start reads once: zod else compiles each object's check first, which takes one to two milliseconds and
 * pays from some hundred checks on.
 */
export const readOnce = { jitless: true } as const;
