import { request } from 'undici'
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import type { World } from '../world/world.ts'
import { mediaRules } from '../graph/media-rules.ts'

export type Fetched = { readonly message: Fields; readonly problem: string | null }

/** Meta fetches `link` media itself; how long it waits is not documented. */
const FETCH_WITHIN_MS = 10_000
/** "Media are cached for 10 minutes by URL" (Cloud API reference, Media, 2025-11). */
const CACHE_MS = 600_000

export type LinkFetcher = (world: World, message: Fields) => Promise<Fetched>

/** Fetches the `link` of a media message or header and puts the id of the stored bytes beside it. */
export function makeLinkFetcher(): LinkFetcher {
  const cache = new Map<string, { id: string; at: number }>()

  const fetched = async (
    world: World,
    kind: string,
    medium: Fields,
  ): Promise<{ medium: Fields; problem: string | null }> => {
    const link = textOf(medium['link']) ?? ''
    const known = cache.get(link)
    if (known !== undefined && world.clock.now() - known.at < CACHE_MS && world.media.get(known.id) !== undefined) {
      return { medium: { ...medium, id: known.id, mime_type: world.media.get(known.id)?.mime }, problem: null }
    }
    const got = await download(link, mediaRules[kind]?.maxBytes ?? 0)
    if (typeof got === 'string') return { medium, problem: got }
    const filename = textOf(medium['filename']) ?? null
    const media = await world.media.add({ ...got, owner: 'business', number: null, filename })
    cache.set(link, { id: media.id, at: world.clock.now() })
    return { medium: { ...medium, id: media.id, mime_type: media.mime }, problem: null }
  }

  return async (world, message) => {
    const type = textOf(message['type']) ?? ''
    const own = fieldsOf(message[type])
    if (mediaRules[type] !== undefined) {
      if (own['link'] === undefined) return { message, problem: null }
      const { medium, problem } = await fetched(world, type, own)
      return { message: { ...message, [type]: medium }, problem }
    }
    if (type !== 'template' && type !== 'interactive') return { message, problem: null }
    const holder = type === 'template' ? 'rendered' : type
    const shown = fieldsOf(message[holder])
    const header = await withFetchedHeader(world, shown)
    const cards = await Promise.all(listOf(shown['cards']).map((card) => withFetchedHeader(world, fieldsOf(card))))
    const inner = { ...header.part, ...(cards.length === 0 ? {} : { cards: cards.map(({ part }) => part) }) }
    const problem = [header, ...cards].find((each) => each.problem !== null)?.problem ?? null
    return { message: { ...message, [holder]: inner }, problem }
  }

  /** A message or card whose header is a link. */
  async function withFetchedHeader(world: World, part: Fields): Promise<{ part: Fields; problem: string | null }> {
    const header = part['header']
    const kind = isFields(header) ? (textOf(header['type']) ?? '') : ''
    if (!isFields(header) || fieldsOf(header[kind])['link'] === undefined) return { part, problem: null }
    const { medium, problem } = await fetched(world, kind, fieldsOf(header[kind]))
    return { part: { ...part, header: { ...header, [kind]: medium } }, problem }
  }
}

/** The bytes behind a link, or the details of 131053. */
async function download(link: string, maxBytes: number): Promise<{ bytes: Buffer; mime: string } | string> {
  try {
    const response = await request(link, { headersTimeout: FETCH_WITHIN_MS, bodyTimeout: FETCH_WITHIN_MS })
    if (response.statusCode !== 200) {
      await response.body.dump()
      return `Downloading media from weblink failed with http code ${response.statusCode}`
    }
    const parts: Buffer[] = []
    let size = 0
    for await (const part of response.body) {
      size += (part as Buffer).length
      if (size > maxBytes) return `Media file size is too big. Max file size: ${maxBytes} bytes.`
      parts.push(part as Buffer)
    }
    const mime = String(response.headers['content-type'] ?? 'application/octet-stream').split(';')[0] ?? ''
    return { bytes: Buffer.concat(parts), mime }
  } catch (error) {
    return `Downloading media from weblink failed: ${error instanceof Error ? error.message : String(error)}`
  }
}
