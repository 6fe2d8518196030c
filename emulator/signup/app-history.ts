import { days, minutes, seconds } from '#base/time.ts'
import type { Fields } from '../json.ts'
import { sampleOf } from '../samples/samples.ts'
import { tellNumber } from '../webhook/tell.ts'
import { newWamid } from '../world/ids.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { PAST_CHATS, type PastChat, type PastLine } from './past-chats.data.ts'
import { digitsIn } from './registration.ts'

/** Files older than this stay on the telephone (cloud-api §2.5). */
const FILES_FOR_MS = days(14)
/** Between two chunks: slow enough to be watched. */
const PACE_MS = seconds(1)
/**
 * In the order in which they are told, which is not their own: the last day, to 90 days and to 180 days, each with the
 * chats of the days from `from` to before `until`.
 */
const CHUNKS = [
  { phase: 0, chunk_order: 1, progress: 12, from: 0, until: 1 },
  { phase: 1, chunk_order: 2, progress: 48, from: 20, until: 60 },
  { phase: 1, chunk_order: 1, progress: 30, from: 1, until: 20 },
  { phase: 1, chunk_order: 3, progress: 66, from: 60, until: 90 },
  { phase: 2, chunk_order: 2, progress: 100, from: 130, until: 180 },
  { phase: 2, chunk_order: 1, progress: 83, from: 90, until: 130 },
] as const
const TASK = 'tell-app-history'

export const peopleOf = (world: World): Phone[] => [...world.phones.all()].filter(({ hidden }) => !hidden)

/** Chunk after chunk, by the emulator's clock. */
export function planHistory(world: World, number: BusinessNumber): void {
  CHUNKS.forEach((_, index) => world.agenda.plan(TASK, `${number.id} ${index}`, world.clock.now() + index * PACE_MS))
}

/** The owner of the telephone kept the chats to himself. */
export function tellDeclined(world: World, number: BusinessNumber): void {
  const title = 'History sync is turned off by the business from the WhatsApp Business App'
  const error_data = { details: 'History sharing is turned off by the business' }
  tellNumber(
    world,
    number,
    'app',
    { history: [{ errors: [{ code: 2593109, title, message: title, error_data }] }] },
    'history',
  )
}

/** Teaches the agenda to tell a chunk. */
export function tellsHistory(world: World): void {
  world.agenda.on(TASK, ({ subject }) => {
    const [id = '', index = ''] = subject.split(' ')
    const number = world.numbers.get(id)
    if (number) tellChunk(world, number, Number(index))
  })
}

function tellChunk(world: World, number: BusinessNumber, index: number): void {
  const chunk = CHUNKS[index]
  if (chunk === undefined) return
  const { from, until, ...metadata } = chunk
  const people = peopleOf(world)
  const files: Fields[] = []
  const threads = PAST_CHATS.filter(({ daysAgo }) => daysAgo >= from && daysAgo < until).flatMap((chat) => {
    const phone = people[chat.customer]
    if (phone === undefined) return []
    const { messages, late } = messagesOf(world, number, phone, chat)
    files.push(...late)
    return [{ id: phone.waId, messages }]
  })
  tellNumber(world, number, 'app', { history: [{ metadata, threads }] }, 'history')
  void tellFiles(world, number, files)
}

/** The messages of a chat; files have a placeholder, and the young ones come late. */
function messagesOf(world: World, number: BusinessNumber, phone: Phone, chat: PastChat) {
  const own = digitsIn(number.displayPhoneNumber)
  const late: Fields[] = []
  let at = world.clock.now() - days(chat.daysAgo)
  const messages = chat.lines.map(([by, after, what]) => {
    at += minutes(after)
    const place = {
      from: by === 'customer' ? phone.waId : own,
      ...(by === 'business' ? { to: phone.waId } : {}),
      id: newWamid(phone.waId, by),
      timestamp: String(Math.floor(at / 1000)),
    }
    const told = { ...place, history_context: { status: 'READ' } }
    if (typeof what === 'string' && what !== 'v') return { ...told, type: 'text', text: { body: what } }
    if (world.clock.now() - at < FILES_FOR_MS) late.push({ ...place, ...kindOf(what) })
    return { ...told, type: 'media_placeholder' }
  })
  return { messages, late }
}

const kindOf = (what: PastLine[2]): Fields =>
  typeof what === 'string' ? { type: 'audio' } : { type: 'image', caption: what.m }

/** Each file in a webhook of its own. */
async function tellFiles(world: World, number: BusinessNumber, files: readonly Fields[]): Promise<void> {
  for (const { caption, type, ...place } of files) {
    const sample = sampleOf(type === 'audio' ? 'voice' : 'image')
    if (sample === undefined) continue
    const media = await world.media.add({ ...sample, owner: 'customer', number: null })
    const file = {
      id: media.id,
      mime_type: type === 'audio' ? 'audio/ogg; codecs=opus' : media.mime,
      sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
      ...(typeof caption === 'string' ? { caption } : {}),
      ...(type === 'audio' ? { voice: true } : {}),
    }
    tellNumber(world, number, 'app', { messages: [{ ...place, type, [String(type)]: file }] }, 'history')
  }
}
