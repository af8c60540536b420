/**
 * What a `switchhook:` link may ask for, with the reason why that is safe although any web page can offer one. What is not
 * here is refused: to quit above all, as a link must not take an agent away from the contacts of a shift.
 */
export const linkRules = {
  dial: 'asks first unless the agent chose otherwise, and never during a call',
  show: 'only brings the window forward',
  status: 'asks first unless the agent chose otherwise; Connect keeps the contact in work',
  next: 'as a status; it begins when the contact is cleared',
} as const satisfies Readonly<Record<string, string>>;

export type LinkAction = keyof typeof linkRules;

export const isLinkAction = (action: string): action is LinkAction => Object.hasOwn(linkRules, action);
