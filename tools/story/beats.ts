/**
 * The demo company's last two days, as what people did. Everything is played through the customers' phones and the
 * public API, with the clock set back, so the demo holds only what real traffic leaves behind.
 */
export type Beat = {
  /** How long before the end of the story, e.g. "-26h30m", "-48m". */
  readonly at: string
} & (Customer | Agent)

type Customer = {
  readonly phone: string
  readonly number: 'sales' | 'support'
  /** A `Compose` of the emulator, `press`/`choose` naming the text of what is pressed; or reading the chat. */
  readonly does: Readonly<Record<string, unknown>> | 'reads'
}
type Agent = {
  readonly agent: 'ana' | 'diego' | 'sofia'
  readonly to: string
  readonly number: 'sales' | 'support'
  readonly sends?: Readonly<Record<string, unknown>>
  readonly does?: 'resolves' | 'sees' | 'takes'
  /** The next send fails in this way. */
  readonly fails?: number
}

const says = (text: string) => ({ kind: 'text', text })

export const BEATS: readonly Beat[] = [
  // Julián: his window closed; the last thing he had from us is read.
  { at: '-26h', phone: 'julian', number: 'support', does: says('Hola, necesito cambiar el turno con mi asesora') },
  {
    at: '-25h50m',
    agent: 'ana',
    to: 'julian',
    number: 'support',
    sends: says('Hola, Julián. ¿Le queda bien el martes a las 10?'),
  },
  { at: '-25h44m', phone: 'julian', number: 'support', does: says('Perfecto, martes 10 h') },
  {
    at: '-25h40m',
    agent: 'ana',
    to: 'julian',
    number: 'support',
    sends: says('Le confirmamos su turno del martes a las 10. ¡Hasta entonces!'),
  },
  { at: '-25h30m', phone: 'julian', number: 'support', does: 'reads' },

  // Rodrigo: waiting, and his window is about to close.
  { at: '-23h30m', phone: 'rodrigo', number: 'sales', does: says('Buenas, ya hice el depósito de la cuota 😊') },
  {
    at: '-23h12m',
    phone: 'rodrigo',
    number: 'sales',
    does: {
      kind: 'document',
      sample: true,
      filename: 'comprobante-1850.pdf',
      caption: 'Adjunto el comprobante del depósito',
    },
  },

  // Valentina: a list, answered.
  { at: '-9h', phone: 'valentina', number: 'sales', does: says('Hola, quisiera un crédito para mi emprendimiento') },
  {
    at: '-8h55m',
    agent: 'diego',
    to: 'valentina',
    number: 'sales',
    sends: {
      kind: 'list',
      body: '¡Qué bueno, Valentina! ¿Qué plazo le acomoda?',
      button: 'Ver plazos',
      footer: 'Financiera Aurora',
      sections: [
        {
          title: 'Plazos',
          rows: [
            { id: 'p12', title: '12 meses', description: 'Cuota más alta, menos interés' },
            { id: 'p24', title: '24 meses', description: 'El más elegido' },
            { id: 'p36', title: '36 meses', description: 'La cuota más baja' },
          ],
        },
      ],
    },
  },
  { at: '-8h50m', phone: 'valentina', number: 'sales', does: { kind: 'choose', row: '24 meses' } },
  {
    at: '-8h48m',
    agent: 'diego',
    to: 'valentina',
    number: 'sales',
    sends: says('Excelente. En un momento le paso la simulación con *24 cuotas*.'),
  },
  { at: '-8h40m', phone: 'valentina', number: 'sales', does: 'reads' },

  // Andrés: what we sent did not arrive.
  { at: '-7h', phone: 'andres', number: 'sales', does: says('¿Me pueden mandar el estado de cuenta?') },
  {
    at: '-6h50m',
    agent: 'sofia',
    to: 'andres',
    number: 'sales',
    sends: says('Claro, Andrés. Su saldo al día de hoy es de $1.240.000.'),
    fails: 131026,
  },

  // Paula: done.
  { at: '-6h', phone: 'paula', number: 'support', does: says('¿A qué hora abren mañana?') },
  { at: '-5h55m', agent: 'sofia', to: 'paula', number: 'support', sends: says('Hola, Paula. Abrimos de 9 a 18 h.') },
  { at: '-5h50m', phone: 'paula', number: 'support', does: says('Genial, gracias') },
  { at: '-5h45m', agent: 'sofia', to: 'paula', number: 'support', does: 'resolves' },

  // Beatriz and Thiago, in Portuguese.
  {
    at: '-4h30m',
    phone: 'beatriz',
    number: 'sales',
    does: says('Oi! Já paguei a parcela deste mês, podem confirmar?'),
  },
  {
    at: '-4h20m',
    agent: 'ana',
    to: 'beatriz',
    number: 'sales',
    sends: {
      kind: 'template',
      name: 'confirmacao_pagamento',
      language: 'pt_BR',
      values: { '1': 'Beatriz', '2': 'R$ 480,00' },
    },
  },
  { at: '-4h10m', phone: 'beatriz', number: 'sales', does: says('Muito obrigada! 🙌') },
  { at: '-3h40m', phone: 'thiago', number: 'sales', does: says('Bom dia, consigo antecipar duas parcelas?') },

  // Noelia: a photo, an answer, a thumb.
  {
    at: '-3h20m',
    phone: 'noelia',
    number: 'support',
    does: { kind: 'image', sample: true, caption: 'Os mando la foto del contrato firmado' },
  },
  {
    at: '-3h10m',
    agent: 'ana',
    to: 'noelia',
    number: 'support',
    sends: says('Recibido, Noelia. Quedo atenta a la segunda página.'),
  },
  { at: '-3h05m', phone: 'noelia', number: 'support', does: { kind: 'react', to: 'business', emoji: '👍' } },

  // Lucía: the whole range.
  { at: '-2h45m', phone: 'lucia', number: 'sales', does: says('Hola, ¿cuándo vence mi cuota?') },
  {
    at: '-2h42m',
    agent: 'ana',
    to: 'lucia',
    number: 'sales',
    sends: {
      kind: 'template',
      name: 'recordatorio_pago',
      language: 'es_MX',
      values: { '1': 'Lucía', '2': '$1,850.00', '3': 'viernes 27 de noviembre', 'button.0.1': 'cuota-4' },
    },
  },
  { at: '-2h35m', phone: 'lucia', number: 'sales', does: { kind: 'press', button: 'Pedir otra fecha' } },
  {
    at: '-2h33m',
    agent: 'ana',
    to: 'lucia',
    number: 'sales',
    sends: {
      kind: 'buttons',
      body: 'Claro, Lucía. ¿Sobre la cuota de noviembre o sobre otro tema?',
      buttons: [
        { id: 'cuota', title: 'Cuota de noviembre' },
        { id: 'otro', title: 'Otro tema' },
      ],
    },
  },
  { at: '-2h30m', phone: 'lucia', number: 'sales', does: { kind: 'press', button: 'Cuota de noviembre' } },
  { at: '-2h28m', phone: 'lucia', number: 'sales', does: { kind: 'voice', sample: true } },
  {
    at: '-2h24m',
    agent: 'ana',
    to: 'lucia',
    number: 'sales',
    sends: says('Escuché su mensaje, Lucía: sí, podemos dividir la cuota en *dos pagos sin recargo*.'),
  },
  { at: '-2h20m', phone: 'lucia', number: 'sales', does: 'reads' },

  // Mateo, Gabriel, Carla: nobody has them yet.
  {
    at: '-55m',
    phone: 'mateo',
    number: 'support',
    does: {
      kind: 'location',
      latitude: -12.1211,
      longitude: -77.0297,
      name: 'Parque Kennedy',
      address: 'Miraflores, Lima',
    },
  },
  { at: '-54m', phone: 'mateo', number: 'support', does: says('Estoy acá, ¿cuál es la oficina más cercana?') },
  {
    at: '-31m',
    phone: 'gabriel',
    number: 'sales',
    does: says('Buenos días. Les comparto el contacto de mi contadora para el trámite.'),
  },
  {
    at: '-30m',
    phone: 'gabriel',
    number: 'sales',
    does: {
      kind: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Inés Cordero', first_name: 'Inés' },
          phones: [{ phone: '+593 99 123 4567', type: 'WORK' }],
        },
      ],
    },
  },
  {
    at: '-18m',
    phone: 'carla',
    number: 'support',
    does: {
      kind: 'text',
      text: 'Vi el anuncio del préstamo, ¿qué necesito para pedirlo?',
      referral: {
        source_type: 'ad',
        source_id: '120210000000000001',
        source_url: 'https://fb.me/aurora',
        headline: 'Tu préstamo en 24 horas',
        body: 'Sin salir de tu casa',
        media_type: 'image',
        ctwa_clid: 'AffDemo001',
      },
    },
  },

  { at: '-4m', phone: 'lucia', number: 'sales', does: says('qué bueno, gracias 🙏') },
  {
    at: '-3m',
    phone: 'lucia',
    number: 'sales',
    does: says('¿Puedo pagar la mitad el viernes y el resto a fin de mes?'),
  },
]
