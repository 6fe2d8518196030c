import { failed, ok, type Result } from '#base/result.ts'
import { type Instant, instant } from '#base/time.ts'
import type { OutgoingContent } from '#contract/content.ts'
import type { AccountId, MediaId } from '#core/account/account.ts'
import type { Header, InteractiveContent, Media } from '#core/message/content.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Registry } from '#store/registry.ts'

type Asked = Extract<OutgoingContent, { kind: InteractiveContent['kind'] }>
type Files = { readonly registry: Pick<Registry, 'media'> }

/** What can be tapped, in the core's words, with the files it names and its instants. */
export async function interactiveOf(
  files: Files,
  accountId: AccountId,
  asked: Asked,
): Promise<Result<InteractiveContent, readonly Refusal[]>> {
  const found = await filesOf(files, accountId, idsIn(asked))
  if (!found.ok) return found
  const withFile = <Named extends { readonly mediaId: string }>({ mediaId, ...rest }: Named) => ({
    ...rest,
    media: found.value(mediaId),
  })
  const header = (given: AskedHeader): Header | null =>
    given === null || typeof given === 'string' ? given : withFile(given)
  switch (asked.kind) {
    case 'carousel':
      return ok({
        ...asked,
        cards: asked.cards.map((card) => (card.kind === 'link' ? { ...card, picture: withFile(card.picture) } : card)),
      })
    case 'buttons':
    case 'link':
    case 'form':
    case 'address-request':
      return ok({ ...asked, header: header(asked.header) })
    case 'order-details': {
      const expires = asked.expires && { ...asked.expires, at: instantOf(asked.expires.at) }
      return ok({ ...asked, header: header(asked.header), expires })
    }
    case 'order-status':
      return ok({ ...asked, payment: asked.payment && { ...asked.payment, at: instantOf(asked.payment.at) } })
    default:
      return ok(asked)
  }
}

type AskedHeader = Extract<Asked, { kind: 'buttons' }>['header']

const instantOf = (iso: string): Instant => instant(Date.parse(iso))

/** The files that are named, with the place of each. */
function idsIn(asked: Asked): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  if ('header' in asked && asked.header !== null && typeof asked.header === 'object')
    ids.set(asked.header.mediaId, 'content.header.mediaId')
  if (asked.kind === 'carousel')
    asked.cards.forEach((card, index) => {
      if (card.kind === 'link') ids.set(card.picture.mediaId, `content.cards.${index}.picture.mediaId`)
    })
  return ids
}

/** All of them, or a refusal for each that is not there. */
async function filesOf(
  { registry }: Files,
  accountId: AccountId,
  ids: ReadonlyMap<string, string>,
): Promise<Result<(mediaId: string) => Media, readonly Refusal[]>> {
  const files = new Map<string, Media>()
  const refusals: Refusal[] = []
  for (const [mediaId, field] of ids) {
    const file = await registry.media.get(accountId, mediaId as MediaId)
    if (file) files.set(mediaId, file.media)
    else refusals.push(refusal('media-missing', { field, found: mediaId }))
  }
  if (refusals.length > 0) return failed(refusals)
  return ok((mediaId) => {
    const media = files.get(mediaId)
    if (media === undefined) throw new Error(`No file ${mediaId} was looked up`)
    return media
  })
}
