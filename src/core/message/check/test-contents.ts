import { instant } from '#base/time.ts'
import type { MediaId } from '../../account/account.ts'
import type { Media, OutboundContent } from '../content.ts'

export const FILE: Media = {
  mediaId: '00000000-0000-4000-8000-00000000000d' as MediaId,
  state: 'stored',
  mime: 'image/jpeg',
  sizeBytes: 2_000,
  filename: null,
  sha256: null,
  problem: null,
}
const picture: Media = { ...FILE, mime: 'image/png' }
const frame = { header: null, footer: null }
/** 2027-01-01. */
const NEW_YEAR = instant(1_798_761_600_000)

/** One content of every kind we send on WhatsApp. */
export const CONTENTS: readonly OutboundContent[] = [
  { kind: 'text', text: 'Hola' },
  { kind: 'image', media: picture, caption: 'La suela' },
  { kind: 'video', media: { ...FILE, mime: 'video/mp4' }, caption: null },
  { kind: 'audio', media: { ...FILE, mime: 'audio/ogg; codecs=opus' }, voice: true },
  { kind: 'document', media: { ...FILE, mime: 'application/pdf', filename: 'a.pdf' }, caption: null },
  { kind: 'sticker', media: { ...FILE, mime: 'image/webp' }, animated: false },
  { kind: 'location', latitude: 19.4, longitude: -99.1, name: null, address: null },
  { kind: 'contacts', contacts: [{ name: 'Bruno', phones: [], emails: [], organisation: null }] },
  { kind: 'reaction', targetWireId: 'wamid.X', emoji: '👍🏽' },
  { kind: 'buttons', ...frame, body: '¿Vienes?', buttons: [{ id: 'si', title: 'Sí' }] },
  {
    kind: 'list',
    ...frame,
    body: 'Elige',
    button: 'Ver',
    sections: [{ title: null, rows: [{ id: '1', title: 'Una', description: null }] }],
  },
  {
    kind: 'link',
    header: { kind: 'image', media: picture },
    body: 'Tu cuota vence mañana',
    footer: 'Crédito Aurora',
    label: 'Pagar',
    url: 'https://example.com/pagar/1042',
  },
  { kind: 'location-request', body: '¿Dónde estás?' },
  { kind: 'contact-request', body: 'Compártenos tu número' },
  { kind: 'call-request', body: '¿Podemos llamarte?' },
  { kind: 'call-button', body: 'Habla con nosotros', label: 'Llamar', minutes: 60 },
  { kind: 'address-request', ...frame, body: 'Where shall we send it?', country: 'IN', known: { name: 'Asha' } },
  { kind: 'product', body: 'Míralo', footer: null, catalogId: '1048576', productId: 'BOTA-42' },
  {
    kind: 'products',
    header: 'Botas',
    body: 'Las de esta semana',
    footer: null,
    catalogId: '1048576',
    sections: [{ title: 'Nuevas', productIds: ['BOTA-42', 'BOTA-43'] }],
  },
  { kind: 'catalogue', body: 'Todo lo que hay', footer: null, thumbnailId: 'BOTA-42' },
  {
    kind: 'carousel',
    body: 'Tres planes',
    cards: ['Doce', 'Seis'].map((label) => ({
      kind: 'link',
      picture: { kind: 'image', media: picture },
      body: `${label} meses`,
      label,
      url: 'https://example.com/planes',
    })),
  },
  {
    kind: 'form',
    ...frame,
    body: 'Agenda tu visita',
    label: 'Agendar',
    form: { id: '1234567890' },
    token: 'visita-1042',
    start: { kind: 'screen', screen: 'FECHA', data: { sucursal: 'Centro' } },
    draft: false,
  },
  {
    kind: 'order-details',
    ...frame,
    body: 'Seu pedido',
    reference: 'pedido-1042',
    goods: 'physical',
    currency: 'BRL',
    items: [{ productId: 'BOTA-42', name: 'Bota', quantity: 2, priceMicros: 120_500_000, saleMicros: null }],
    taxMicros: 0,
    shippingMicros: 15_000_000,
    discountMicros: 6_000_000,
    expires: { at: NEW_YEAR, words: 'Até o fim do ano' },
    payments: [{ kind: 'pix', code: '00020101', merchant: 'Aurora', key: '39580525000189', keyType: 'CNPJ' }],
  },
  {
    kind: 'order-status',
    body: 'Seu pedido saiu',
    footer: null,
    reference: 'pedido-1042',
    state: 'shipped',
    note: 'Com a transportadora',
    payment: { state: 'captured', at: NEW_YEAR },
  },
  {
    kind: 'template',
    template: {
      name: 'aviso',
      language: 'es',
      category: 'UTILITY',
      values: [],
      named: false,
      rendered: { header: null, body: 'Aviso', footer: null, buttons: [] },
    },
  },
]

/** The one of a kind. */
export function contentOf<Kind extends OutboundContent['kind']>(kind: Kind): Extract<OutboundContent, { kind: Kind }> {
  const content = CONTENTS.find((each) => each.kind === kind)
  if (content === undefined) throw new Error(`No example of "${kind}"`)
  return content as Extract<OutboundContent, { kind: Kind }>
}
