/** As many digits are sent at once. */
export const maxDigits = 50;
