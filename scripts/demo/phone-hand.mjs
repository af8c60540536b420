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
    /** Opens the search for whom to call in. @param {string} name */
    async search(name) {
      await button('Transfer or add').click({ timeout: visibleMs });
      await page.getByRole('combobox', { name: 'Name or number' }).fill(name, { timeout: visibleMs });
      await page.getByRole('option').filter({ hasText: name }).waitFor({ timeout: visibleMs });
    },
    /** @param {string} name */
    choose: (name) => page.getByRole('option').filter({ hasText: name }).click({ timeout: visibleMs }),
    /**
     * @param {string} name
     * @param {string} state
     */
    seeParty: (name, state) =>
      page
        .getByRole('region', { name: 'On this call' })
        .getByRole('listitem')
        .filter({ hasText: name })
        .filter({ hasText: state })
        .waitFor({ timeout: visibleMs }),
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
