/** What was said in the app before the number came to the platform: a shop that sells on instalments. */

/** `m`: a picture, `v`: a voice note; else words. The number is how many minutes after the line before. */
export type PastLine = readonly [
  by: 'customer' | 'business',
  after: number,
  what: string | { readonly m: string | null } | 'v',
]
export type PastChat = {
  /** Index into the customers there are. */
  readonly customer: number
  /** Days before the sign-up. */
  readonly daysAgo: number
  readonly lines: readonly PastLine[]
}

export const PAST_CHATS: readonly PastChat[] = [
  {
    ...{ customer: 0, daysAgo: 0.35 },
    lines: [
      ['customer', 0, 'Hola, ¿ya se puede pagar la cuota de este mes por transferencia?'],
      ['business', 6, 'Hola Lucía. Sí, a la misma cuenta de siempre; en cuanto se acredite le mando el recibo.'],
      ['customer', 9, { m: 'Acá está el comprobante' }],
      ['business', 4, 'Recibido, muchas gracias.'],
    ],
  },
  {
    ...{ customer: 2, daysAgo: 0.8 },
    lines: [
      ['customer', 0, '¿Siguen teniendo la heladera de 300 litros?'],
      ['business', 12, 'Sí, quedan dos en el local del centro. ¿Se la reservo hasta mañana?'],
      ['customer', 3, 'Dale, paso a la tarde. Gracias!'],
    ],
  },
  {
    ...{ customer: 1, daysAgo: 3.2 },
    lines: [
      ['customer', 0, 'Buenos días, el técnico no llegó ayer'],
      ['business', 15, 'Disculpe Rodrigo, quedó para hoy entre las 10 y las 13. Le aviso cuando salga.'],
      ['business', 140, 'Ya va en camino.'],
      ['customer', 55, 'Listo, quedó funcionando. Gracias'],
    ],
  },
  {
    ...{ customer: 3, daysAgo: 8.1 },
    lines: [
      ['customer', 0, 'v'],
      ['business', 20, 'La escuché, Noelia: el cambio de modelo se puede, trae la factura y lo vemos.'],
      ['customer', 2, '¿Esta es la factura?'],
      ['customer', 1, { m: null }],
      ['business', 7, 'Esa misma.'],
    ],
  },
  {
    ...{ customer: 4, daysAgo: 16.4 },
    lines: [
      ['customer', 0, 'Buenas, ¿cuánto me queda por pagar del televisor?'],
      ['business', 32, 'Buenas tardes, Andrés. Quedan 4 cuotas; la próxima vence el día 10.'],
      ['customer', 2, '¿Y si pago todo junto hay descuento?'],
      ['business', 5, 'Por pago anticipado le hacemos un 8 %. Le mando el detalle.'],
      ['business', 3, { m: 'Detalle del saldo' }],
      ['customer', 11, 'Perfecto, mañana paso'],
    ],
  },
  {
    ...{ customer: 0, daysAgo: 33.2 },
    lines: [
      ['business', 0, 'Hola Lucía, le recordamos que su cuota vence el viernes.'],
      ['customer', 48, 'Gracias por avisar, el jueves cobro y la pago'],
      ['business', 2, '👍'],
    ],
  },
  {
    ...{ customer: 5, daysAgo: 47.5 },
    lines: [
      ['customer', 0, 'Oi, vocês entregam em São Paulo?'],
      ['business', 25, 'Hola Beatriz, por ahora entregamos solo en México y Argentina. Le avisamos si cambia.'],
      ['customer', 4, 'Tudo bem, obrigada!'],
    ],
  },
  {
    ...{ customer: 2, daysAgo: 62.9 },
    lines: [
      ['customer', 0, 'Hola, quería saber el precio del lavarropas que está en la vidriera'],
      ['business', 9, 'Hola Julián. 12 cuotas de $ 38.900 o $ 389.000 de contado.'],
      ['customer', 1, 'Uf. Lo pienso y les digo'],
      ['business', 1, 'Cuando guste, la oferta es hasta fin de mes.'],
    ],
  },
  {
    ...{ customer: 1, daysAgo: 88 },
    lines: [
      ['customer', 0, '¿Hacen service de aires acondicionados?'],
      ['business', 18, 'Sí, la visita se descuenta de la reparación. ¿En qué zona está?'],
      ['customer', 6, 'Coyoacán'],
      ['business', 3, 'El jueves por la mañana tenemos lugar.'],
      ['customer', 2, 'El jueves está bien'],
    ],
  },
  {
    ...{ customer: 4, daysAgo: 118.6 },
    lines: [
      ['customer', 0, { m: 'Llegó así la caja' }],
      ['customer', 1, 'Está golpeada pero el televisor prende bien'],
      ['business', 40, 'Gracias por avisar, lo dejamos anotado en la garantía.'],
    ],
  },
  {
    ...{ customer: 0, daysAgo: 151.3 },
    lines: [
      ['customer', 0, 'Hola, me pasaron este número. ¿Venden en cuotas sin tarjeta?'],
      ['business', 22, 'Hola, mucho gusto. Sí, con INE y un recibo de nómina. ¿Qué anda buscando?'],
      ['customer', 5, 'Una lavadora de 18 kilos'],
      ['business', 8, 'Le armo dos opciones y se las mando.'],
      ['business', 30, { m: 'Opción 1' }],
      ['business', 1, { m: 'Opción 2' }],
      ['customer', 75, 'Me quedo con la primera'],
    ],
  },
]

/** What the business calls its customers in the app, which is seldom what they call themselves; by index. */
export const BOOK_NAMES: Readonly<Record<number, string>> = {
  0: 'Lucía Paredes (lavadora)',
  1: 'Rodrigo Coyoacán',
  2: 'Julián heladera',
  3: 'Noelia V. – Madrid',
  4: 'Andrés tele 50"',
}
