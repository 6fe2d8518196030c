import { useEffect, useState } from 'react'
import type { MessagingLimit } from '../control/types.ts'
import { changeTemplate, readMeta, setAccount, setReview } from '../state/operate.ts'
import { type Meta, useApp } from '../state/store.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { Section } from './faults-panel.tsx'
import { Choice, Segments, Switch } from './fields.tsx'

const reasons = [
  'ABUSIVE_CONTENT',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
  'CATEGORY_NOT_AVAILABLE',
]
const delays = [0, 1_500, 60_000, 3_600_000]
const limits: [MessagingLimit, string][] = [
  ['TIER_250', '250'],
  ['TIER_2K', '2K'],
  ['TIER_10K', '10K'],
  ['TIER_100K', '100K'],
  ['TIER_UNLIMITED', ''],
]
const statuses = ['PAUSED', 'APPROVED', 'DISABLED']
const doings = [...statuses, 'RED', 'YELLOW', 'GREEN']
/** The first of a campaign go out, the rest waits a minute. */
const usualPacing = { sample: 5, decideMs: 60_000, outcome: 'own' } as const

/** Meta's own side: how its reviewer decides, what the account may, what becomes of a template. */
export function MetaPanel() {
  const meta = useApp((state) => state.meta)
  useEffect(() => void readMeta(), [])
  if (meta === null) return null
  return (
    <div className="flex flex-col gap-4">
      <ReviewSection meta={meta} />
      <AccountSection meta={meta} />
      <TemplateSection meta={meta} />
    </div>
  )
}

function ReviewSection({ meta: { review } }: { meta: Meta }) {
  const words = useWords()
  const language = useLanguage()
  const [next] = review.next
  const value =
    next === undefined ? 'own' : next.outcome === 'APPROVED' ? 'APPROVED' : (next.reason ?? 'INVALID_FORMAT')
  return (
    <Section title={words.review} hint={words.reviewHint}>
      <Choice
        label={words.review}
        hideLabel
        value={value}
        options={[
          ['own', words.byItself],
          ['APPROVED', words.approves],
          ...reasons.map((reason): [string, string] => [reason, words.reasons[reason] ?? reason]),
        ]}
        onChange={(chosen) => void setReview({ next: decisionsFor(chosen) })}
      />
      <Segments
        label={words.decidesIn}
        value={review.delayMs}
        options={delays.map((ms) => [ms, delayName(ms, language) || words.atOnce])}
        onChange={(delayMs) => void setReview({ delayMs })}
      />
    </Section>
  )
}

/** “1,5 s”, “1 min”, “1 h”; empty for no delay. */
function delayName(ms: number, language: string): string {
  if (ms === 0) return ''
  const [count, unit] = ms < 60_000 ? [ms / 1000, 's'] : ms < 3_600_000 ? [ms / 60_000, 'min'] : [ms / 3_600_000, 'h']
  return `${count.toLocaleString(language)} ${unit}`
}

function decisionsFor(chosen: string): Meta['review']['next'] {
  if (chosen === 'own') return []
  return chosen === 'APPROVED' ? [{ outcome: 'APPROVED' }] : [{ outcome: 'REJECTED', reason: chosen }]
}

function AccountSection({ meta: { account } }: { meta: Meta }) {
  const words = useWords()
  return (
    <Section title={words.account}>
      <Segments
        label={words.limit}
        value={account.messagingLimit}
        options={limits.map(([limit, name]) => [limit, name || words.unlimited])}
        onChange={(messagingLimit) => void setAccount({ messagingLimit })}
      />
      <Switch
        label={words.pacing}
        on={account.pacing !== null}
        onChange={(on) => void setAccount({ pacing: on ? usualPacing : null })}
      />
    </Section>
  )
}

function TemplateSection({ meta: { templates } }: { meta: Meta }) {
  const words = useWords()
  const [id, setId] = useState('')
  const [doing, setDoing] = useState('PAUSED')
  const newest = templates.toReversed()
  const chosen = newest.find((template) => template.id === id) ?? newest[0]
  if (chosen === undefined) return null
  return (
    <Section title={words.template}>
      <Choice
        label={words.template}
        hideLabel
        value={chosen.id}
        options={newest.map((each) => [each.id, `${each.name} · ${each.language} · ${each.status}`])}
        onChange={setId}
      />
      <div className="flex items-end gap-1.5">
        <div className="min-w-0 flex-1">
          <Choice
            label={words.templateFate}
            hideLabel
            value={doing}
            options={doings.map((each) => [each, words.doings[each] ?? each])}
            onChange={setDoing}
          />
        </div>
        <button
          type="button"
          data-testid="phone-do"
          onClick={() =>
            void changeTemplate(chosen.id, statuses.includes(doing) ? { status: doing } : { quality: doing })
          }
          className="min-h-8 shrink-0 rounded-[6px] bg-accent px-3 text-[13px] font-semibold text-on-accent"
        >
          {words.doIt}
        </button>
      </div>
    </Section>
  )
}
