const style = `<style>
  body { margin: 0; font: 15px/1.4 system-ui, sans-serif; background: #eef3ee; color: #16201a; }
  form { max-width: 20rem; margin: 15vh auto 0; padding: 2rem; background: #fff; border-radius: 8px; }
  h1 { font-size: 1.2rem; margin: 0 0 1rem; }
  label { display: block; margin: 0 0 1rem; }
  input { display: block; width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; }
  button { width: 100%; padding: .6rem; font: inherit; border: 0; border-radius: 4px; background: #1f5a35; color: #fff; }
</style>`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - Simulated identity provider</title>
${style}
${body}
`;
}

/** The button opens the second step in a window of its own; the form goes off once that has been confirmed. */
const confirmFirst = `<script>
  const form = document.querySelector('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.open('/confirm', 'confirm', 'width=420,height=320');
  });
  window.addEventListener('message', ({ origin, data }) => {
    if (origin === location.origin && data === 'confirmed') form.submit();
  });
</script>`;

/** The provider's sign-in form. `query` goes back to it unchanged and is already encoded. */
export function identityPage(query: string, popUp: boolean): string {
  return page(
    'Sign in',
    `<form method="post" action="/sign-in?${query.replaceAll('&', '&amp;')}">
  <h1>Simulated identity provider</h1>
  <label>Company account <input name="account" value="ada@centre.example" autocomplete="off"></label>
  <button>Continue</button>
</form>
${popUp ? confirmFirst : ''}`,
  );
}

/** The second step, for a window of its own. */
export const confirmPage = page(
  'Is it you?',
  `<form>
  <h1>Is it you?</h1>
  <button>Confirm</button>
</form>
<script>
  document.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    window.opener?.postMessage('confirmed', location.origin);
    window.close();
  });
</script>`,
);
