/**
 * Hosts of link shorteners: those named in Meta's and vendors' advice on rejected templates, and the commonest public ones
 * of Latin America, Spain and Brazil. Compiled 2026-11-29 [K]. A company's own short domain is not among them.
 */
export const SHORTENERS: ReadonlySet<string> = new Set(
  (
    'bit.ly bitly.com j.mp tinyurl.com goo.gl t.co cutt.ly ow.ly is.gd v.gd buff.ly rebrand.ly rb.gy shorturl.at shorturl.com ' +
    'tiny.cc t.ly s.id encurtador.com.br encurta.net encurta.ai encr.pw acortar.link acorta.me n9.cl bit.do adf.ly lnkd.in short.io ' +
    'short.gy shorte.st abre.ai l1nk.dev lnk.bio trib.al dlvr.it soo.gd clck.ru snip.ly tny.im x.co qr.ae u.to bl.ink po.st ' +
    'mcaf.ee urlz.fr urlr.me da.gd shrtco.de amzn.to rebrandly.com kutt.it t2m.io me2.do hyperurl.co ' +
    'url.ie tr.im tinyurl.es tinyurl.mx cort.as migre.me uol.link bitly.ws bityli.com oferta.vc spoo.me dub.sh'
  ).split(' '),
)

/** Hosts that open a chat; Meta rejects templates that lead to one [K]. */
export const CHAT_HOSTS: ReadonlySet<string> = new Set([
  'wa.me',
  'wa.link',
  'api.whatsapp.com',
  'web.whatsapp.com',
  'chat.whatsapp.com',
  'whatsapp.com',
])
