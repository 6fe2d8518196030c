import type { Frame, Header, InteractiveContent, Media } from '#core/message/content.ts'
import { type OrderDetails, type OrderStatus, type PaymentWay, subtotalOf, totalOf } from '#core/message/payment.ts'
import { ORDER_OFFSET } from '#core/message/check/limits.ts'

type FileIdOf = (media: Media) => string
type Interactive = { readonly type: string; readonly [part: string]: unknown }

/** `flow_message_version`, the only one there is (cloud-api §1.4). */
const FORM_VERSION = '3'

/** The `interactive` object of a message, in Meta's words (cloud-api §1.4). */
export function renderInteractive(content: InteractiveContent, fileIdOf: FileIdOf): Interactive {
  const frame = () => ('header' in content ? frameOf(content, fileIdOf) : {})
  switch (content.kind) {
    case 'buttons': {
      const buttons = content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }))
      return { type: 'button', ...frame(), action: { buttons } }
    }
    case 'list': {
      const sections = content.sections.map(({ title, rows }) => ({
        ...given('title', title),
        rows: rows.map((row) => ({ id: row.id, title: row.title, ...given('description', row.description) })),
      }))
      return { type: 'list', ...frame(), action: { button: content.button, sections } }
    }
    case 'link':
      return { type: 'cta_url', ...frame(), action: linkAction(content) }
    case 'location-request':
      return { type: 'location_request_message', ...words(content.body), action: { name: 'send_location' } }
    // `request_contact_info` in both places, as clients and providers send it (2026-09); Meta's page says it of one.
    case 'contact-request':
      return { type: 'request_contact_info', ...words(content.body), action: { name: 'request_contact_info' } }
    case 'call-request':
      return { type: 'call_permission_request', ...words(content.body), action: { name: 'call_permission_request' } }
    case 'call-button': {
      const parameters = {
        ...given('display_text', content.label),
        ...(content.minutes && { ttl_minutes: content.minutes }),
      }
      return { type: 'voice_call', ...words(content.body), action: { name: 'voice_call', parameters } }
    }
    case 'address-request': {
      const parameters = { country: content.country, ...(hasAny(content.known) && { values: content.known }) }
      return { type: 'address_message', ...frame(), action: { name: 'address_message', parameters } }
    }
    case 'product':
      return { type: 'product', ...words(content.body, content.footer), action: productAction(content) }
    case 'products': {
      const sections = content.sections.map(({ title, productIds }) => ({
        ...given('title', title),
        product_items: productIds.map((id) => ({ product_retailer_id: id })),
      }))
      return { type: 'product_list', ...frame(), action: { catalog_id: content.catalogId, sections } }
    }
    case 'catalogue': {
      const parameters = given('thumbnail_product_retailer_id', content.thumbnailId)
      const action = { name: 'catalog_message', ...(hasAny(parameters) && { parameters }) }
      return { type: 'catalog_message', ...words(content.body, content.footer), action }
    }
    case 'carousel': {
      const cards = content.cards.map((card, index) => ({ card_index: index, ...renderCard(card, fileIdOf) }))
      return { type: 'carousel', ...words(content.body), action: { cards } }
    }
    case 'form':
      return { type: 'flow', ...frame(), action: { name: 'flow', parameters: formParameters(content) } }
    case 'order-details':
      return { type: 'order_details', ...frame(), action: { name: 'review_and_pay', parameters: billOf(content) } }
    case 'order-status':
      return {
        type: 'order_status',
        ...words(content.body, content.footer),
        action: { name: 'review_order', parameters: standingOf(content) },
      }
  }
}

const given = (key: string, value: string | null) => (value === null || value === '' ? {} : { [key]: value })
const hasAny = (fields: object): boolean => Object.keys(fields).length > 0

const words = (body: string | null, footer: string | null = null) => ({
  ...(body && { body: { text: body } }),
  ...(footer && { footer: { text: footer } }),
})

const frameOf = ({ header, body, footer }: Frame, fileIdOf: FileIdOf) => ({
  ...(header && { header: headerOf(header, fileIdOf) }),
  ...words(body, footer),
})

function headerOf(header: Header, fileIdOf: FileIdOf) {
  if (typeof header === 'string') return { type: 'text', text: header }
  const { kind, media } = header
  const filename = kind === 'document' ? media.filename : null
  return { type: kind, [kind]: { id: fileIdOf(media), ...given('filename', filename) } }
}

const linkAction = ({ label, url }: { readonly label: string; readonly url: string }) => ({
  name: 'cta_url',
  parameters: { display_text: label, url },
})

const productAction = ({ catalogId, productId }: { readonly catalogId: string; readonly productId: string }) => ({
  catalog_id: catalogId,
  product_retailer_id: productId,
})

type Card = Extract<InteractiveContent, { kind: 'carousel' }>['cards'][number]

function renderCard(card: Card, fileIdOf: FileIdOf) {
  if (card.kind === 'product') return { type: 'product', action: productAction(card) }
  return { type: 'cta_url', header: headerOf(card.picture, fileIdOf), ...words(card.body), action: linkAction(card) }
}

function formParameters({ form, label, token, start, draft }: Extract<InteractiveContent, { kind: 'form' }>) {
  return {
    flow_message_version: FORM_VERSION,
    ...('id' in form ? { flow_id: form.id } : { flow_name: form.name }),
    flow_cta: label,
    flow_token: token,
    ...(draft && { mode: 'draft' }),
    flow_action: start.kind === 'server' ? 'data_exchange' : 'navigate',
    ...(start.kind === 'screen' && {
      flow_action_payload: {
        screen: start.screen,
        ...(start.data !== null && hasAny(start.data) && { data: start.data }),
      },
    }),
  }
}

const MICROS = 1_000_000
const amount = (micros: number) => ({ value: Math.round((micros * ORDER_OFFSET) / MICROS), offset: ORDER_OFFSET })
const seconds = (at: number): string => String(Math.floor(at / 1000))

function billOf(order: OrderDetails) {
  const { reference, goods, currency, items, expires, payments } = order
  return {
    reference_id: reference,
    type: `${goods}-goods`,
    // Brazil's way; India's payments are made with other settings and are not offered (cloud-api §1.4).
    payment_type: 'br',
    payment_settings: payments.map(renderWay),
    currency,
    total_amount: amount(totalOf(order)),
    order: {
      status: 'pending',
      items: items.map((item) => ({
        retailer_id: item.productId,
        name: item.name,
        amount: amount(item.priceMicros),
        quantity: item.quantity,
        ...(item.saleMicros !== null && { sale_amount: amount(item.saleMicros) }),
      })),
      subtotal: amount(subtotalOf(order)),
      tax: amount(order.taxMicros),
      ...(order.shippingMicros > 0 && { shipping: amount(order.shippingMicros) }),
      ...(order.discountMicros > 0 && { discount: amount(order.discountMicros) }),
      ...(expires && { expiration: { timestamp: seconds(expires.at), description: expires.words } }),
    },
  }
}

/** The parts of each way to pay, from Meta's Payments API for Brazil [K]. */
function renderWay(way: PaymentWay) {
  switch (way.kind) {
    case 'pix': {
      const { code, merchant, key, keyType } = way
      const pix = { code, merchant_name: merchant, key, key_type: keyType }
      return { type: 'pix_dynamic_code', pix_dynamic_code: pix }
    }
    case 'link':
      return { type: 'payment_link', payment_link: { uri: way.url } }
    case 'boleto':
      return { type: 'boleto', boleto: { digitable_line: way.line } }
  }
}

const standingOf = ({ reference, state, note, payment }: OrderStatus) => ({
  reference_id: reference,
  order: { status: state, ...given('description', note) },
  ...(payment && { payment: { status: payment.state, timestamp: Number(seconds(payment.at)) } }),
})
