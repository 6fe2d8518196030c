import type { Fields } from '../json.ts'

/** A template of Meta's own, that needs no review (Cloud API, Template library, 2025-11). */
export type LibraryTemplate = {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly topic: string
  readonly usecase: string
  readonly industry: readonly string[]
  readonly header: string | null
  readonly body: string
  /** Examples, in the order of the variables. */
  readonly params: readonly string[]
  /** What a value must be when it is sent. */
  readonly types: readonly string[]
  readonly buttons: readonly Fields[]
}

const url = (text: string): Fields => ({ type: 'URL', text, url: 'https://www.example.com/' })

/** Some templates in the manner of Meta's library; Meta's own are many more, and their words are Meta's. */
export const libraryTemplates: readonly LibraryTemplate[] = [
  {
    id: '1470000000000001',
    name: 'payment_due_reminder_1',
    language: 'es',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_DUE_REMINDER',
    industry: ['FINANCIAL_SERVICES'],
    header: null,
    body: 'Hola {{1}}: te recordamos que tu pago de {{2}} tiene vencimiento el {{3}}. Puedes ver el detalle en tu cuenta.',
    params: ['Lucía', '$2,350', '28 de noviembre de 2026'],
    types: ['TEXT', 'AMOUNT', 'DATE'],
    buttons: [url('Ver detalle')],
  },
  {
    id: '1470000000000002',
    name: 'payment_due_reminder_1',
    language: 'en_US',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_DUE_REMINDER',
    industry: ['FINANCIAL_SERVICES'],
    header: null,
    body: 'Hi {{1}}, this is to remind you that your payment of {{2}} is due on {{3}}. You can see the details in your account.',
    params: ['Lucía', '$2,350', 'November 28, 2026'],
    types: ['TEXT', 'AMOUNT', 'DATE'],
    buttons: [url('See details')],
  },
  {
    id: '1470000000000003',
    name: 'payment_due_reminder_1',
    language: 'pt_BR',
    topic: 'PAYMENTS',
    usecase: 'PAYMENT_DUE_REMINDER',
    industry: ['FINANCIAL_SERVICES'],
    header: null,
    body: 'Olá {{1}}, lembramos que seu pagamento de {{2}} vence em {{3}}. Você pode ver os detalhes na sua conta.',
    params: ['Beatriz', 'R$ 480,00', '28 de novembro de 2026'],
    types: ['TEXT', 'AMOUNT', 'DATE'],
    buttons: [url('Ver detalhes')],
  },
  {
    id: '1470000000000004',
    name: 'delivery_update_1',
    language: 'es',
    topic: 'ORDER_MANAGEMENT',
    usecase: 'DELIVERY_UPDATE',
    industry: ['E_COMMERCE'],
    header: 'Tu pedido va en camino',
    body: 'Hola {{1}}: tu pedido llegará el {{2}} a esta dirección: {{3}}. Te avisaremos cuando se entregue.',
    params: ['Andrés', '30 de noviembre de 2026', 'Calle 12 n.º 34, Bogotá'],
    types: ['TEXT', 'DATE', 'ADDRESS'],
    buttons: [url('Seguir el pedido')],
  },
  {
    id: '1470000000000005',
    name: 'appointment_confirmation_1',
    language: 'es',
    topic: 'CUSTOMER_CARE',
    usecase: 'APPOINTMENT_CONFIRMATION',
    industry: ['HEALTHCARE', 'FINANCIAL_SERVICES'],
    header: null,
    body: 'Hola {{1}}: confirmamos tu cita del {{2}}. Si necesitas cambiarla, llámanos al {{3}} en nuestro horario.',
    params: ['Mateo', '2 de diciembre de 2026', '+51 1 555 0100'],
    types: ['TEXT', 'DATE', 'PHONE_NUMBER'],
    buttons: [],
  },
]
