import { failed, ok, type Result } from '#base/result.ts'
import { type Instant, instant, toIso } from '#base/time.ts'
import type { OutgoingContent } from '#contract/content.ts'
import type { AccountId, MediaId } from '#core/account/account.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { TemplateValues } from '#core/template/fill.ts'
import type { SlotValue } from '#core/template/template.ts'
import type { Registry } from '#store/registry.ts'

type Asked = Extract<OutgoingContent, { kind: 'template' }>['values']
type AskedValue = Asked[string]

/** What a caller gives for a template in the core's words, with the files that it names; an offer ends after `now`. */
export async function valuesOf(
  registry: Pick<Registry, 'media'>,
  accountId: AccountId,
  asked: Asked,
  now: Instant,
): Promise<Result<TemplateValues, readonly Refusal[]>> {
  const values: Record<string, string | SlotValue> = {}
  const refusals: Refusal[] = []
  for (const [key, given] of Object.entries(asked)) {
    const field = `content.values.${key}`
    const value = await valueOf(registry, accountId, given)
    if (value === null) refusals.push(refusal('media-missing', { field, found: mediaIdIn(given) }))
    else if (typeof value === 'object' && value.kind === 'expiry' && value.at <= now)
      refusals.push(refusal('template-field-invalid', { field, found: toIso(value.at), expected: 'an end to come' }))
    else values[key] = value
  }
  return refusals.length > 0 ? failed(refusals) : ok(values)
}

const mediaIdIn = (given: AskedValue): string => (typeof given === 'object' && 'mediaId' in given ? given.mediaId : '')

/** Null: there is no such file. */
async function valueOf(
  registry: Pick<Registry, 'media'>,
  accountId: AccountId,
  given: AskedValue,
): Promise<string | SlotValue | null> {
  if (typeof given === 'string') return given
  if ('mediaId' in given) {
    const file = await registry.media.get(accountId, given.mediaId as MediaId)
    return file && { kind: 'file', media: { ...file.media, filename: given.filename || file.media.filename } }
  }
  if ('link' in given) return { kind: 'link', url: given.link, filename: given.filename || null }
  if ('latitude' in given) {
    const { latitude, longitude, name, address } = given
    return { kind: 'location', latitude, longitude, name: name ?? null, address: address ?? null }
  }
  if ('productId' in given) return { kind: 'product', productId: given.productId, catalogId: given.catalogId }
  if ('expiresAt' in given) return { kind: 'expiry', at: instant(Date.parse(given.expiresAt)) }
  if ('token' in given) return { kind: 'form', token: given.token, data: given.data ?? null }
  if ('sections' in given) return { kind: 'products', thumbnail: given.thumbnailId, sections: given.sections }
  return { kind: 'thumbnail', productId: given.thumbnailId }
}
