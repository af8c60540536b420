const visibleMs = 5_000;

/**
 * The agent's hand: acts in our window by role and accessible name only, as a person with a screen reader would.
 *
 * @param {import('@playwright/test').Page} page
 */
export function createPhoneHand(page) {
  /** @param {string | RegExp} name */
  const button = (name) => page.getByRole('button', { name, exact: true });
  return {
    /** @param {string | RegExp} name */
    press: (name) => button(name).click({ timeout: visibleMs }),
    /** @param {string} status */
    async chooseStatus(status) {
      await page.getByRole('button', { name: /^Status/ }).click({ timeout: visibleMs });
      await page.getByRole('menuitemradio', { name: status, exact: true }).click({ timeout: visibleMs });
    },
    /** @param {string} number */
    async dial(number) {
      await page.getByRole('textbox', { name: /number/i }).fill(number, { timeout: visibleMs });
      await button('Dial').click({ timeout: visibleMs });
    },
    /**
     * @param {'button' | 'menu'} role
     * @param {string | RegExp} name
     */
    see: (role, name) => page.getByRole(role, { name, exact: true }).first().waitFor({ timeout: visibleMs }),
    /** @param {string} text */
    seeText: (text) => page.getByText(text, { exact: true }).first().waitFor({ timeout: visibleMs }),
    /** @param {string} text */
    seeAttribute: (text) =>
      page
        .getByRole('region', { name: 'Contact attributes', exact: true })
        .getByText(text, { exact: true })
        .waitFor({ timeout: visibleMs }),
    /** @param {string} path */
    picture: (path) => page.screenshot({ path, animations: 'disabled' }),
  };
}
