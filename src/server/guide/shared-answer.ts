import type { CompanyAnswers, Guide, GuideEvent } from '#core/guide/guide.ts'
import { noted } from '#core/guide/guide.ts'
import { isAnsweredBy, type Share, type SharedStep } from '#core/guide/share.ts'
import { websiteFrom } from '#core/guide/website.ts'
import type { ApiParts } from '../api/call.ts'
import type { Typed, Wrong } from './shared-step-page.ts'

type Parts = Pick<ApiParts, 'guides' | 'guideShares' | 'notices' | 'directory' | 'clock'>

/** How something that was handed in ended: their part is done, a file is in, something is wrong, or it came too late. */
export type Answered =
  { readonly kind: 'done' | 'file' | 'gone' } | { readonly kind: 'wrong'; readonly typed: Typed; readonly wrong: Wrong }

/** What a form said. `code`: the six digits, where the step asks for them. */
export type ReadAnswer = { readonly typed: Typed; readonly code: string | null; readonly wrong: Wrong }

const LONGEST = { legalName: 200, taxId: 200, website: 250, note: 1_000 } as const

/** Reads a form as browsers send it: everything may be missing, there twice or much too long. */
export function readAnswer(step: SharedStep, form: URLSearchParams): ReadAnswer {
  const read = (name: keyof typeof LONGEST) =>
    (form.get(name) ?? '')
      .normalize('NFC')
      .replaceAll(/[\p{C}]+/gu, name === 'note' ? '\n' : ' ')
      .trim()
      .slice(0, LONGEST[name])
      .toWellFormed()
  if (step === 'activate') {
    const code = /^(\d{3})[-\s]?(\d{3})$/.exec((form.get('code') ?? '').trim())
    const fields = code === null ? ['code'] : []
    return { typed: {}, code: code && `${code[1]}${code[2]}`, wrong: { fields, words: [] } }
  }
  const note = read('note')
  if (step !== 'company')
    return { typed: { note }, code: null, wrong: { fields: note === '' ? ['note'] : [], words: [] } }
  const website = websiteFrom(read('website'))
  const typed = { legalName: read('legalName'), taxId: read('taxId'), website: website ?? read('website'), note }
  const fields = [...(typed.legalName === '' ? ['legalName'] : []), ...(website === null ? ['website'] : [])]
  return { typed, code: null, wrong: { fields, words: [] } }
}

/** Writes the answer into the guide, once, and closes the link. False: it was answered or taken back before. */
export async function takeAnswer(parts: Parts, share: Share, { typed }: ReadAnswer): Promise<boolean> {
  const { accountId, guideId, shareId, step, name } = share
  const at = parts.clock.now()
  if (!(await parts.guideShares.use(accountId, shareId, at))) return false
  const event: GuideEvent = { kind: 'outside-answer', at, by: null, step, name, shareId, note: typed.note ?? '' }
  const after = await parts.guides.change(accountId, guideId, (guide) => {
    if (isAnsweredBy(guide, shareId)) return guide
    const company = step === 'company' ? companyAfter(guide.answers.company, typed) : guide.answers.company
    return noted({ ...guide, answers: { ...guide.answers, ...(company && { company }) } }, event)
  })
  return after !== null
}

/** What only the company itself can say of its standing with Meta stays as it was. */
const companyAfter = (known: CompanyAnswers | undefined, typed: Typed): CompanyAnswers => ({
  legalName: typed.legalName ?? '',
  taxId: typed.taxId ?? '',
  website: typed.website ?? '',
  portfolioId: known?.portfolioId ?? '',
  verification: known?.verification ?? 'not-begun',
})

/** Whoever sees to the step learns of it at once; where that is nobody of the desk, every administrator. */
export async function tellOwner({ notices, directory, clock }: Parts, share: Share, guide: Guide): Promise<void> {
  const { accountId, shareId, step, name } = share
  const owner = guide.owners[step]?.agentId ?? null
  const admins = directory.agents(accountId).filter(({ role }) => role === 'admin')
  const now = clock.now()
  await notices.keep(
    {
      ...{ accountId, digest: `guide:${shareId}`, groupKey: guide.number?.groupKey ?? '', field: 'guide' },
      ...{ severity: 'info', value: { step }, lineId: null, toldAt: now, heardAt: now },
      notice: {
        ...{ code: 'guide-step-answered', about: { kind: 'group' }, from: null, to: name },
        ...{ details: [], until: null, standing: [] },
      },
      recipients: owner === null ? admins.map(({ agentId }) => agentId) : [owner],
    },
    [],
  )
}
