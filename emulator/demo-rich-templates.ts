import type { TemplateSeed } from './world/seed.ts'

const PICTURE = { header_handle: ['4::aW1hZ2U='] }

const motorcycle = (model: string, price: string) => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: PICTURE },
    { type: 'BODY', text: 'La {{1}} queda en {{2}} al mes.', example: { body_text: [[model, price]] } },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Me interesa' },
        {
          type: 'URL',
          text: 'Ver modelo',
          url: 'https://motos.aurora.example/{{1}}',
          example: ['https://motos.aurora.example/italika-125z'],
        },
      ],
    },
  ],
})

/** Templates of "Financiera Aurora" that take more than texts: a document, a place, an offer that ends, cards. */
export const demoRichTemplates: readonly TemplateSeed[] = [
  {
    name: 'estado_de_cuenta',
    language: 'es_MX',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['4::ZG9jdW1lbnQ='] } },
      {
        type: 'BODY',
        text: 'Hola {{1}}, este es tu estado de cuenta de {{2}}. Si algo no coincide, respóndenos por aquí.',
        example: { body_text: [['Lucía', 'octubre']] },
      },
      { type: 'FOOTER', text: 'Financiera Aurora' },
    ],
  },
  {
    name: 'sucursal_para_tu_cita',
    language: 'es_MX',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      {
        type: 'BODY',
        text: 'Hola {{1}}, te esperamos en esta sucursal el {{2}}. Trae una identificación vigente.',
        example: { body_text: [['Lucía', 'martes a las 10:00']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Confirmar' },
          { type: 'QUICK_REPLY', text: 'Cambiar' },
        ],
      },
    ],
  },
  {
    name: 'tasa_preferente',
    language: 'es_MX',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: PICTURE },
      {
        type: 'BODY',
        text: 'Hola {{1}}, tu crédito con tasa de {{2}} está apartado hasta que termine la oferta.',
        example: { body_text: [['Lucía', '14.9 %']] },
      },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Tasa preferente', has_expiration: true } },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'AURORA14' },
          {
            type: 'URL',
            text: 'Pedir mi crédito',
            url: 'https://credito.aurora.example/{{1}}',
            example: ['https://credito.aurora.example/abc123'],
          },
        ],
      },
    ],
  },
  {
    name: 'agenda_tu_visita',
    language: 'es_MX',
    category: 'UTILITY',
    components: [
      {
        type: 'BODY',
        text: 'Hola {{1}}, tu asesor puede visitarte para firmar. Elige el día que te quede bien.',
        example: { body_text: [['Lucía']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'FLOW',
            text: 'Elegir el día',
            flow_id: '1500000000000001',
            flow_action: 'navigate',
            navigate_screen: 'VISITA',
          },
        ],
      },
    ],
  },
  {
    name: 'motos_financiadas',
    language: 'es_MX',
    category: 'MARKETING',
    components: [
      {
        type: 'BODY',
        text: 'Hola {{1}}, estas motos se pueden financiar con el historial que ya tienes.',
        example: { body_text: [['Lucía']] },
      },
      { type: 'CAROUSEL', cards: [motorcycle('125Z', '$1,190'), motorcycle('Vort-X 200', '$1,840')] },
    ],
  },
]
