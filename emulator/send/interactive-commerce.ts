import { type Fields, fieldsOf, textOf } from '../json.ts'
import { refuse } from '../graph/errors.ts'
import type { World } from '../world/world.ts'
import { requireFields, requireList, requireOneOf, requireParam, requireText } from './checks.ts'
import { checkCardBody, checkLink } from './interactive-parts.ts'
import { checkMedia } from './media-content.ts'

/** Limits of Cloud API, Product, Carousel and Payments messages, 2026-05. */
const PRODUCTS_MAX = 30
const SECTIONS_MAX = 10
const CARDS_MIN = 2
const CARDS_MAX = 10

export function checkProduct(action: Fields): void {
  requireParam(action['catalog_id'], "interactive['action']['catalog_id']", 256)
  requireParam(action['product_retailer_id'], "interactive['action']['product_retailer_id']", 256)
}

export function checkProductList(action: Fields, interactive: Fields): void {
  requireFields(interactive['header'], "interactive['header']")
  requireParam(action['catalog_id'], "interactive['action']['catalog_id']", 256)
  const sections = requireList(action['sections'], "interactive['action']['sections']")
  if (sections.length < 1 || sections.length > SECTIONS_MAX) {
    throw refuse(131009, `Invalid sections count. Min allowed sections: 1, Max allowed sections: ${SECTIONS_MAX}`)
  }
  let count = 0
  sections.forEach((section, index) => {
    const path = `interactive['action']['sections'][${index}]`
    if (sections.length > 1) requireText(fieldsOf(section)['title'], `${path}['title']`, 'Section title', 24)
    for (const item of requireList(fieldsOf(section)['product_items'], `${path}['product_items']`)) {
      requireParam(fieldsOf(item)['product_retailer_id'], `${path}['product_items']['product_retailer_id']`, 256)
      count += 1
    }
  })
  if (count < 1 || count > PRODUCTS_MAX) {
    throw refuse(131009, `Invalid products count. Min allowed products: 1, Max allowed products: ${PRODUCTS_MAX}`)
  }
}

export function checkCatalog(action: Fields): void {
  requireOneOf(action['name'], "interactive['action']['name']", ['catalog_message'])
}

export function checkCarousel(action: Fields, world: World, numberId: string): void {
  const cards = requireList(action['cards'], "interactive['action']['cards']")
  if (cards.length < CARDS_MIN || cards.length > CARDS_MAX) {
    throw refuse(131009, `Invalid cards count. Min allowed cards: ${CARDS_MIN}, Max allowed cards: ${CARDS_MAX}`)
  }
  const headers = new Set<string>()
  cards.forEach((entry, index) => {
    const path = `interactive['action']['cards'][${index}]`
    const card = requireFields(entry, path)
    if (Number(card['card_index']) !== index) throw refuse(131009, `${path}['card_index'] must be ${index}`)
    const cardAction = requireFields(card['action'], `${path}['action']`)
    if (card['type'] === 'product') return checkProduct(cardAction)
    requireOneOf(card['type'], `${path}['type']`, ['cta_url', 'product'])
    const header = requireFields(card['header'], `${path}['header']`)
    const kind = requireOneOf(header['type'], `${path}['header']['type']`, ['image', 'video'])
    headers.add(kind)
    checkMedia(world, numberId, kind, header[kind], `${path}['header']['${kind}']`)
    checkCardBody(card['body'], `${path}['body']`)
    checkLink(cardAction, `${path}['action']`)
  })
  if (headers.size > 1) throw refuse(131009, 'All cards must have the same header type')
}

/** Sums must be right: total = subtotal + tax + shipping − discount (Payments API Brazil, Order details, 2026-05). */
export function checkOrder(action: Fields): void {
  requireOneOf(action['name'], "interactive['action']['name']", ['review_and_pay'])
  const path = "interactive['action']['parameters']"
  const parameters = requireFields(action['parameters'], path)
  const reference = requireParam(parameters['reference_id'], `${path}['reference_id']`, 60)
  if (!/^[A-Za-z0-9_.-]+$/.test(reference))
    throw refuse(131009, `${path}['reference_id'] has characters that are not allowed`)
  requireOneOf(parameters['type'], `${path}['type']`, ['digital-goods', 'physical-goods'])
  if (textOf(parameters['currency']) === undefined) throw refuse(131008, `Parameter '${path}['currency']' is mandatory`)
  const total = amountOf(requireFields(parameters['total_amount'], `${path}['total_amount']`))
  const order = requireFields(parameters['order'], `${path}['order']`)
  const sum =
    amountOf(order['subtotal']) + amountOf(order['tax']) + amountOf(order['shipping']) - amountOf(order['discount'])
  if (total !== sum) throw refuse(131009, `Total amount ${total} does not match the sum of the order ${sum}`)
}

const amountOf = (value: unknown): number => Number(fieldsOf(value)['value'] ?? 0)
