/** How the public pages of invitations look; the colours are the desk's (web/style/app.css), in light and dark. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--text:#14201c;--soft:#52605b;--canvas:#f6f8f7;--surface:#fff;--line:#dfe6e3;--edge:#82918b;
--accent:#0b6b57;--on:#fff;--danger:#b3261e;--wash:#fdecea;--ring:#0a6fc2}
@media(prefers-color-scheme:dark){:root{--text:#e6f0ec;--soft:#a3b1ab;--canvas:#111816;--surface:#1a2320;--line:#2a3531;--edge:#71807a;
--accent:#4fc3a1;--on:#06231b;--danger:#ffb4ab;--wash:#3b1512;--ring:#6bb6ff}}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--canvas)}
main{max-width:30rem;margin:6vh auto 1.5rem;padding:1.75rem;background:var(--surface);border:1px solid var(--line);border-radius:16px}
h1{font-size:1.375rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 1rem}h2{font-size:1.125rem;margin:0 0 .25rem}p{margin:0 0 .75rem}
blockquote{margin:0 0 .25rem;padding:.875rem 1rem;white-space:pre-line;overflow-wrap:anywhere;background:var(--canvas);border-radius:10px}
.small{color:var(--soft);font-size:.875rem}fieldset{border:0;padding:0;margin:1rem 0}legend,form>label{display:block;padding:0;font-weight:600;font-size:.9375rem}
form>label{margin:.875rem 0 .25rem}.tick{display:flex;gap:.75rem;align-items:center;min-height:48px;cursor:pointer}
.tick input{width:22px;height:22px;margin:0;accent-color:var(--accent)}
form>input,select{width:100%;height:48px;padding:0 .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:10px}
[aria-invalid]:not(fieldset){border-color:var(--danger)}.error{color:var(--danger);font-size:.875rem;margin:.25rem 0 0}
.alert{padding:.75rem 1rem;color:var(--danger);background:var(--wash);border-radius:10px}
button,.open{display:block;width:100%;min-height:50px;margin:1.25rem 0 .75rem;padding:.8rem 1rem;font:inherit;font-weight:600;text-align:center;
text-decoration:none;color:var(--on);background:var(--accent);border:1px solid var(--accent);border-radius:10px;cursor:pointer}
.quiet{color:var(--accent);background:none;margin-top:0}:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
.or{display:flex;align-items:center;gap:.75rem;margin:1.25rem 0;color:var(--soft);font-size:.875rem}.or::before,.or::after{content:"";flex:1;border-top:1px solid var(--line)}
.code{padding:1rem;font:600 1.25rem/1.3 ui-monospace,monospace;text-align:center;overflow-wrap:anywhere;user-select:all;border:1px dashed var(--edge);border-radius:10px}
nav{display:flex;justify-content:center;gap:.25rem;padding:0 1rem 2rem;font-size:.875rem}nav>*{padding:.75rem;color:var(--soft)}nav>[aria-current]{color:var(--text);font-weight:600}
@media(max-width:34rem){body{background:var(--surface)}main{margin:0;padding:1.5rem 1.25rem;border:0;border-radius:0}}`
