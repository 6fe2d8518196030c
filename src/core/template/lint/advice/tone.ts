import type { Found, Span } from '../finding.ts'
import type { Tongue } from '../content/tongue.ts'
import type { Piece } from '../content/text.ts'

/** How the reader is spoken to. `near` is what two of them share: "tu pedido" is said with tú and with vos. */
type Address = 'tú' | 'vos' | 'usted' | 'near' | 'você' | 'tu' | 'o senhor'
type Sign = { readonly address: Address; readonly component: string; readonly span: Span; readonly text: string }

type Table = readonly (readonly [Address, RegExp])[]

const compiled = (table: readonly (readonly [Address, string])[]): Table =>
  table.map(([address, words]) => [address, new RegExp(`(?<![\\p{L}\\p{N}{_])(?:${words})(?![\\p{L}\\p{N}}_])`, 'gu')])

/** Over lower-case text with its accents, which tell vos from tú. */
const SPANISH = compiled([
  [
    'near',
    'tu|tus|te|ti|contigo|dejes|olvides|compartas|pierdas|preocupes|podrás|tendrás|recibirás|encontrarás|puedas|necesites|quieras|tengas',
  ],
  [
    'tú',
    'tienes|puedes|quieres|necesitas|eres|debes|sabes|prefieres|deseas|vives|revisa|escríbenos|llámanos|contáctanos|avísanos|envíanos|respóndenos|comunícate|acércate|preséntate|cuéntanos|dinos|ingresa|descárgala|descárgalo|guárdala|bloquéala|haz',
  ],
  [
    'vos',
    'vos|podés|tenés|querés|necesitás|sos|debés|sabés|preferís|deseás|vivís|pasá|entrá|mirá|fijate|acercate|traé|vení|escribinos|avisanos|contestanos|respondé|confirmá|cancelá|comprá|pedí|pedila|reservá|llevate|pagá|usá|elegí|hacé|volvé|bloqueá|reiniciá|presentá|conocé|ingresá|disculpá|recordá|guardá|descargá|completá|llamá',
  ],
  [
    'usted',
    'usted|ustedes|(?:le|lo|la) (?:recordamos|informamos|comunicamos|invitamos|avisamos|pedimos|agradecemos|notificamos|contactamos|esperamos)|(?:comuníque|acérque|presénte|póngase en contacto|regístre|diríja)se?|escríbanos|confírmenos|llámenos|indíquenos|envíenos|contáctenos|respóndanos|avísenos|disculpe|conteste|responda|verifique|consulte|su (?:cita|pedido|pago|cuenta|tarjeta|solicitud|oficina|correo|domicilio|trámite|paquete|póliza|factura|compra|reserva|obligación|deuda|contrato|adeudo|atención|licencia|medidor)|sus (?:datos|compras|pagos|documentos|cuentas|precauciones)',
  ],
])
const PORTUGUESE = compiled([
  ['você', 'você|vocês'],
  ['o senhor', '(?:o|ao|do) senhor|(?:a|à|da) senhora'],
  ['tu', 'tu|teu|teus|tua|tuas|ti|contigo|podes|tens|queres|precisares|quiseres'],
])

/** Which ways of speaking may stand beside one another. */
const AGREE: ReadonlySet<string> = new Set(['near+tú', 'near+vos'])

/** The first place where the reader is suddenly spoken to another way. English has one way only. */
export function checkTone(pieces: readonly Piece[], tongue: Tongue | null): readonly Found[] {
  const table = tongue === 'es' ? SPANISH : tongue === 'pt' ? PORTUGUESE : []
  const signs = pieces.flatMap((piece) => signsIn(piece, table))
  for (const [index, sign] of signs.entries()) {
    const other = signs.slice(0, index).find((before) => !agree(before.address, sign.address))
    if (other) {
      const values = { first: other.text, second: sign.text }
      return [{ code: 'tone-mixed', component: sign.component, span: sign.span, values }]
    }
  }
  return []
}

const agree = (one: Address, other: Address): boolean =>
  one === other || AGREE.has(`${one}+${other}`) || AGREE.has(`${other}+${one}`)

function signsIn({ component, kind, text }: Piece, table: Table): readonly Sign[] {
  if (kind === 'button') return []
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  return table
    .flatMap(([address, words]) =>
      Array.from(lower.matchAll(words), (match) => {
        const span = { start: match.index, end: match.index + match[0].length }
        return { address, component, span, text: text.slice(span.start, span.end) }
      }),
    )
    .toSorted((one, other) => one.span.start - other.span.start)
}
