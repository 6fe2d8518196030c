/** What stands at `/` until the phones' screens have been built. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Hilo emulator</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.95em}</style>
<h1>The emulator is running</h1>
<p>This is the double of Meta's side of WhatsApp: the Graph API under <code>/v26.0/</code> and the control API under
<a href="/control/v1/phones"><code>/control/v1/</code></a>.</p>
<p>The phones' screens have not been built yet. <code>npm start</code> builds them; by hand it is
<code>npx vite build --config emulator/phone/vite.config.ts</code>. Then reload this page.</p>
</html>
`
