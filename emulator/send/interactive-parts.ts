import { type Fields, lengthOf } from '../json.ts'
import { refuse } from '../graph/errors.ts'
import { requireFields, requireOneOf, requireText, requireUrl } from './checks.ts'

/** Label of a button that opens something (Cloud API, Interactive messages, 2026-05). */
export const LINK_TITLE_MAX = 20

/** A button that opens an address; also on carousel cards. */
export function checkLink(action: Fields, path: string): void {
  requireOneOf(action['name'], `${path}['name']`, ['cta_url'])
  const parameters = requireFields(action['parameters'], `${path}['parameters']`)
  requireText(
    parameters['display_text'],
    `${path}['parameters']['display_text']`,
    'Button display text',
    LINK_TITLE_MAX,
  )
  requireUrl(parameters['url'], `${path}['parameters']['url']`)
}

/** Body of a carousel card: "≤ 160 characters and ≤ 2 line breaks" (Cloud API, Media carousel messages, 2026-05). */
export function checkCardBody(body: unknown, path: string): void {
  if (body === undefined) return
  const text = requireText(requireFields(body, path)['text'], `${path}['text']`, 'Card body text', 160)
  if (lengthOf(text.replace(/[^\n]/g, '')) > 2) throw refuse(131009, 'Card body text has more than 2 line breaks')
}
