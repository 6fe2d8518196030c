/** What a field is about, by its name or the words before it, folded; the first that fits counts. */
export type Subject =
  | 'name'
  | 'amount'
  | 'percent'
  | 'date'
  | 'time'
  | 'order'
  | 'instalment'
  | 'address'
  | 'city'
  | 'phone'
  | 'email'
  | 'company'
  | 'product'
  | 'days'
  | 'code'
  | 'link'

export const SUBJECT_WORDS: readonly (readonly [Subject, RegExp])[] = [
  ['email', /\b(e-?mail|correo)\b/],
  ['phone', /\b(telefono|celular|phone|telefone)\b/],
  ['link', /\b(enlace|link|url)\b/],
  ['percent', /\b(porcentaje|descuento|discount|desconto|percent)\b/],
  [
    'amount',
    /\b(monto|importe|saldo|total|pago|precio|valor|credito|amount|price|balance|payment|credit|por|of)\b|[$€]\s?$/,
  ],
  ['time', /\b(hora|horario|time|las|at|as)\b/],
  ['date', /\b(fecha|dia|date|day|data|el|on|vence|hasta|antes del|until|before|ate|em)\b/],
  ['instalment', /\b(cuota|parcialidad|mensualidad|instal+ment|parcela)\b/],
  [
    'order',
    /\b(pedido|orden|folio|numero|guia|solicitud|factura|poliza|contrato|order|tracking|request|invoice|reserva)\b/,
  ],
  ['code', /\b(codigo|code|clave|pin|cupon|coupon)\b/],
  ['address', /\b(direccion|domicilio|address|endereco)\b/],
  ['city', /\b(ciudad|sucursal|tienda|oficina|city|branch|store|cidade|loja|en)\b/],
  ['company', /\b(empresa|banco|compania|company|marca|brand)\b/],
  ['days', /\b(dias|days)\b/],
  ['product', /\b(producto|articulo|servicio|product|item|service|produto|servico)\b/],
  [
    'name',
    /\b(nombre|cliente|name|nome|customer|hola|hello|hi|dear|ola|oi|estimad[oa]|señora?|sr|sra|buen[oa]s( dias| tardes| noches)?)\b/,
  ],
]

/** One example of each, in es, en and pt; whatever is in none of them is in English. */
export const EXAMPLES: Readonly<Record<Subject, readonly [es: string, en: string, pt: string]>> = {
  name: ['Lucía', 'Emma', 'Ana'],
  amount: ['$1,850.00', '$185.00', 'R$ 185,00'],
  percent: ['10 %', '10%', '10%'],
  date: ['viernes 27 de noviembre', 'Friday, November 27', 'sexta-feira, 27 de novembro'],
  time: ['10:30', '10:30 am', '10h30'],
  order: ['A-10293', 'A-10293', 'A-10293'],
  instalment: ['4 de 12', '4 of 12', '4 de 12'],
  address: ['Av. Reforma 222', '12 Market Street', 'Rua Augusta, 222'],
  city: ['Centro', 'Downtown', 'Centro'],
  phone: ['55 1234 5678', '555 123 4567', '11 91234-5678'],
  email: ['lucia@ejemplo.com', 'emma@example.com', 'ana@exemplo.com.br'],
  company: ['Financiera Aurora', 'Aurora Finance', 'Financeira Aurora'],
  product: ['Zapatos negros, talla 25', 'Black shoes, size 8', 'Sapatos pretos, número 38'],
  days: ['3', '3', '3'],
  code: ['482913', '482913', '482913'],
  link: ['https://ejemplo.com/a1b2', 'https://example.com/a1b2', 'https://exemplo.com.br/a1b2'],
}
