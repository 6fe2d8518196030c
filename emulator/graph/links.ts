import { randomBytes } from 'node:crypto'
import { type Fields, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'
import { page } from './paging.ts'

/** A short link with words to begin with; `qr_image_url` is not drawn here. */
type ShortLink = { readonly number: string; readonly code: string; readonly text: string }

/** "At most 140 characters", 2,000 links a number (Cloud API, QR codes; cloud-api §1.1). */
const TEXT_MAX = 140
const LINKS_MAX = 2_000

/** `/{number}/message_qrdls` and `/{number}/message_qrdls/{code}`. */
export function shortLinks(world: World, number: BusinessNumber, code: string | undefined, call: GraphCall): Fields {
  const table = world.store.table<ShortLink>('short-links')
  const own = [...table.all()].filter((link) => link.number === number.id)
  const shown = (link: ShortLink) => ({
    code: link.code,
    prefilled_message: link.text,
    deep_link_url: `https://wa.me/message/${link.code}`,
  })
  const known = own.find((link) => link.code === (code ?? textOf(parameter(call, 'code'))))
  if (call.method === 'GET' && code === undefined) return page(call, own.map(shown), (row) => String(row['code']))
  if (call.method === 'GET' && known !== undefined) return { data: [shown(known)] }
  if (call.method === 'DELETE' && known !== undefined) {
    table.remove(known.code)
    return { success: true }
  }
  if (call.method !== 'POST' || code !== undefined) throw unknownObject(call.method, code ?? number.id)
  const text = textOf(parameter(call, 'prefilled_message'))?.trim() ?? ''
  if (text === '' || text.length > TEXT_MAX)
    throw badParameter(`Param prefilled_message must have 1 to ${TEXT_MAX} characters.`)
  if (known === undefined && own.length >= LINKS_MAX) throw badParameter('The limit of QR codes is reached.')
  const link = { number: number.id, code: known?.code ?? randomBytes(7).toString('hex').toUpperCase(), text }
  table.put(link.code, link)
  return shown(link)
}
