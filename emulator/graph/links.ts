import { randomBytes } from 'node:crypto'
import { type Fields, textOf } from '../json.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'
import { page } from './paging.ts'
import { QR_FORMATS, qrImage, type QrFormat } from './qr-image.ts'

/** A short link with words to begin with. */
type ShortLink = { readonly number: string; readonly code: string; readonly text: string }

/** "At most 140 characters", 2,000 links a number (Cloud API, QR codes; cloud-api §1.1). */
const TEXT_MAX = 140
const LINKS_MAX = 2_000

const tableOf = (world: World) => world.store.table<ShortLink>('short-links')
const addressOf = (code: string): string => `https://wa.me/message/${code}`

/** `/{number}/message_qrdls` and `/{number}/message_qrdls/{code}`. */
export function shortLinks(world: World, number: BusinessNumber, code: string | undefined, call: GraphCall): Fields {
  const table = tableOf(world)
  const own = [...table.all()].filter((link) => link.number === number.id)
  const ending = pictureAsked(call)
  const shown = ({ code, text }: ShortLink) => ({
    code,
    prefilled_message: text,
    deep_link_url: addressOf(code),
    ...(ending === null ? {} : { qr_image_url: `${call.origin}/qr/${code}.${ending}` }),
  })
  const known = own.find((link) => link.code === (code ?? textOf(parameter(call, 'code'))))
  if (call.method === 'GET' && code === undefined) return page(call, own.map(shown), (row) => String(row['code']))
  if (call.method === 'GET' && known !== undefined) return { data: [shown(known)] }
  if (call.method === 'DELETE' && known !== undefined) {
    table.remove(known.code)
    return { success: true }
  }
  if (call.method !== 'POST' || (code !== undefined && known === undefined))
    throw unknownObject(call.method, code ?? number.id)
  const text = textOf(parameter(call, 'prefilled_message'))?.trim() ?? ''
  if (text === '' || text.length > TEXT_MAX)
    throw badParameter(`Param prefilled_message must have 1 to ${TEXT_MAX} characters.`)
  if (known === undefined && own.length >= LINKS_MAX) throw badParameter('The limit of QR codes is reached.')
  const link = { number: number.id, code: known?.code ?? randomBytes(7).toString('hex').toUpperCase(), text }
  table.put(link.code, link)
  return shown(link)
}

/** `generate_qr_image=PNG` with a new one, `fields=qr_image_url.format(PNG)` with those there are. */
function pictureAsked(call: GraphCall): string | null {
  const field = /qr_image_url(?:\.format\((\w+)\))?/.exec(call.query['fields'] ?? '')
  const asked = textOf(parameter(call, 'generate_qr_image')) ?? (field === null ? undefined : (field[1] ?? 'SVG'))
  if (asked === undefined) return null
  const format = QR_FORMATS.find((known) => known === asked.toUpperCase())
  if (format === undefined)
    throw badParameter(`Param generate_qr_image must be one of {${QR_FORMATS.join(', ')}} - got "${asked}".`)
  return format.toLowerCase()
}

/** The picture behind a `qr_image_url`: `ABC….png`. */
export function linkPicture(world: World, file: string): ReturnType<typeof qrImage> | undefined {
  const [code = '', ending = ''] = file.split('.')
  const format = ending.toUpperCase() as QrFormat
  return tableOf(world).get(code) && QR_FORMATS.includes(format) ? qrImage(addressOf(code), format) : undefined
}
