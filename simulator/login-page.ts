/** The sign-in page: plain HTML without Streams, which is how a host recognises that nobody is signed in. */
export const loginPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in - Simulated Amazon Connect</title>
<style>
  body { margin: 0; font: 15px/1.4 system-ui, sans-serif; background: #f2f3f5; color: #16191f; }
  form { max-width: 20rem; margin: 15vh auto 0; padding: 2rem; background: #fff; border-radius: 8px; }
  h1 { font-size: 1.2rem; margin: 0 0 1rem; }
  label { display: block; margin: 0 0 1rem; }
  input { display: block; width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; }
  button { width: 100%; padding: .6rem; font: inherit; border: 0; border-radius: 4px; background: #1d3a6e; color: #fff; }
</style>
<form method="post" action="/login">
  <h1>Simulated Amazon Connect</h1>
  <label>Username <input name="username" value="ada" autocomplete="off"></label>
  <label>Password <input name="password" type="password" value="anything" autocomplete="off"></label>
  <button>Sign in</button>
</form>
`;
